/** Where in the annex a task stands, as it is cited: "Mục II.3, Phụ lục". Documents are Vietnamese, whoever reads them. */
export const clauseText = (clause: string): string => (clause === "" ? "" : `Mục ${clause}, Phụ lục`);

/** The number in such a citation; another one stays as it is. */
export const clauseIn = (text: string): string => /^Mục ([^\s,]+), Phụ lục$/.exec(text)?.[1] ?? text;
