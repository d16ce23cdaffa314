import { notFound } from "~/web/http.server";

/** Every address nobody else answers: cheap, without script, in the reader's language. */
export function loader() {
  throw notFound();
}

export const action = loader;

export default function Nothing() {
  return null;
}
