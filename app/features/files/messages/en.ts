import type { Words } from "./index";

export const en: Words = {
  hint: "PDF, Word (.docx), Excel (.xlsx), PowerPoint (.pptx), OpenDocument, PNG, JPEG or WebP pictures, or plain text (.txt, .csv). At most 5 files of 25 MB each.",
  aFile: "The file",
  refused: {
    "not-allowed-type": (file) =>
      `“${file}” was not taken: what is in it is not one of the accepted kinds. Save it as PDF, Word, Excel, PowerPoint, a picture or plain text and choose it again.`,
    "too-large": (file) =>
      `“${file}” is larger than 25 MB. Compress the pictures in it or split it into several files and choose again.`,
    empty: (file) => `“${file}” is empty. Open it to check, then choose again.`,
    "too-many": () => "At most 5 files can be sent at once. Choose fewer, and send the rest afterwards.",
    "no-space": () =>
      "The server is almost out of space and takes no files for now. Tell the administrator; everything else is still saved.",
    broken: () => "The connection broke off before the files had arrived. Choose them again and send once more.",
  },
};
