import type { ReactNode } from "react";

/** The row of buttons that ends a form, the primary one first. */
export const FormActions = ({ children }: { children: ReactNode }) => <div className="form-actions">{children}</div>;

/** A row of small fields above a table; stands in a GET form. */
export const FilterBar = ({ children }: { children: ReactNode }) => <div className="filter-bar">{children}</div>;
