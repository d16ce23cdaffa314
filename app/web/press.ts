import { newId } from "#db/dialect/ids";

/** Drawn with a page and sent with its form: the id of what the form makes, so that a form sent twice makes one. */
export const newPress = (): string => newId();

/** The press a form brought, or undefined. A press in words names what we make ourselves: no form may take its place. */
export const pressIn = (press: string | undefined): string | undefined =>
  press && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(press) ? press : undefined;

/** The id that a form's press asks for; a new one where the form brought none. */
export const idOfPress = (press: string | undefined): string => pressIn(press) ?? newId();
