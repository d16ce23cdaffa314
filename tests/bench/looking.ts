import { atMost, type Figure, inTurn, micro, size } from "./kit";
import { makeProvince } from "./province";
import { expectOnly, load, type Served, startBare, startProduct } from "./servers";

const count = size(1500, 500);

/** P1: CPU of a guest's page. */
export async function looking(): Promise<Figure[]> {
  const province = await makeProvince();
  const product = await startProduct(province.folder);
  const bare = await startBare(province.file, "NORMAL");
  const page = (n: number) => ({ path: `/rsvp/${province.tokens[n % province.tokens.length]}` });
  const cpuOn = (server: Served) => async () => {
    const { cpu, statuses } = await load(server, { count, atOnce: 16, ask: page });
    expectOnly(statuses, [200], "The guest's page");
    return cpu / count;
  };
  try {
    const { ours, theirs, ratio } = await inTurn(size(7, 3), cpuOn(product), cpuOn(bare), size(3, 4));
    const what = "CPU of a guest's page, beside bare node:http + SQLite";
    return [{ name: "P1", what, ours: micro(ours), reference: micro(theirs), ratio, target: atMost(11) }];
  } finally {
    await product.stop();
    await bare.stop();
    await province.remove();
  }
}
