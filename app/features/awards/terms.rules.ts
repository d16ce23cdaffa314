/** The words of the law and of the forms, as the code names them; their wording is in messages/. */
export const awardForms = ["merit", "commendation", "certificate", "prize"] as const;
export type AwardForm = (typeof awardForms)[number];
export const nomineeKinds = ["unit", "group", "individual", "enterprise", "initiative"] as const;
export type NomineeKind = (typeof nomineeKinds)[number];
export const fileKinds = ["proposal", "report", "minutes", "other"] as const;
export type FileKind = (typeof fileKinds)[number];
export const councilRoles = ["chair", "vice-chair", "secretary", "member"] as const;
export type CouncilRole = (typeof councilRoles)[number];
/** Members by their role, the chair first; within a role as they came. */
export const inCouncilOrder = <T extends { role: CouncilRole }>(members: readonly T[]): T[] =>
  [...members].sort((a, b) => councilRoles.indexOf(a.role) - councilRoles.indexOf(b.role));
export const voteBases = ["all", "eligible", "present", "valid"] as const;
export type VoteBase = (typeof voteBases)[number];
export const roundStates = ["draft", "published", "closed", "cancelled"] as const;
export type RoundState = (typeof roundStates)[number];
