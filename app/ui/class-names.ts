/** Joins the class names that apply: `classes("button", busy && "is-busy", className)`. */
export const classes = (...names: (string | false | null | undefined)[]): string | undefined =>
  names.filter(Boolean).join(" ") || undefined;
