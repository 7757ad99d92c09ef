/** One of two that do the same work. */
export interface Contestant {
  readonly name: string;
  /** Works for less than a second and says how much it would do in one. */
  readonly turn: () => Promise<number>;
}

/** Ours and its peer; a figure alone says more about the machine than about the programme. */
export interface Contest {
  readonly what: string;
  readonly ours: Contestant;
  readonly peer: Contestant;
}

const ROUNDS = 5;

/** The two take turns, so that a busy moment of the machine hits both; the first turn of each only warms it up. */
export async function compare({ what, ours, peer }: Contest): Promise<string> {
  await ours.turn();
  await peer.turn();
  const rounds: { ours: number; peer: number; ratio: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const rate = { ours: await ours.turn(), peer: await peer.turn() };
    rounds.push({ ...rate, ratio: rate.ours / rate.peer });
  }
  const ratios = rounds.map(({ ratio }) => ratio);
  return [
    `${what}: ratio ${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)} in ${ROUNDS} rounds)`,
    `  ${ours.name}: ${median(rounds.map((rate) => rate.ours)).toFixed(1)}/s`,
    `  ${peer.name}: ${median(rounds.map((rate) => rate.peer)).toFixed(1)}/s`,
  ].join('\n');
}

/** Does `work` again and again, `atOnce` of it at a time, until the time is over; how often in one second. */
export async function rateOf(work: () => Promise<unknown>, milliseconds: number, atOnce = 1): Promise<number> {
  const start = performance.now();
  let done = 0;
  const one = async (): Promise<void> => {
    while (performance.now() - start < milliseconds) {
      await work();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return (done * 1000) / (performance.now() - start);
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
