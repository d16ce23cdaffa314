import { Status, type Tone } from "~/ui/badge";
import type { IconName } from "~/ui/icon";
import { useWords } from "~/web/use-words";
import type { Category } from "../../rules";
import { guestWords } from "../messages";

const looks: Record<Category, [Tone, IconName]> = {
  confirmed: ["success", "confirmed"],
  substitute: ["info", "substitute"],
  declined: ["neutral", "declined"],
  silent: ["neutral", "silent"],
  "not-invited": ["neutral", "dot"],
};

/** How a guest has answered: word and sign. */
export function GuestState({ category }: { category: Category }) {
  const [tone, icon] = looks[category];
  return (
    <Status tone={tone} icon={icon}>
      {useWords(guestWords).states[category]}
    </Status>
  );
}
