import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  kotakeModelSubsidy,
  kotakeOperatingGrant,
  ogoriOperatingGrant,
  ogoriProjectSubsidy,
} from '../../src/demo/programs.js';
import { storeWorking, type StoredWorking } from '../../src/kernel/working.js';
import { sumYen, yen } from '../../src/kernel/yen.js';
import { allocateProRata, evaluateRule, proRataLine, type Facts, type RuleInput } from '../../src/programs/index.js';
import { DocumentReader } from '../../src/forms/index.js';
import { readRule } from '../../src/programs/domain/amount-rule/read-rule.js';

interface Example extends StoredWorking {
  readonly what: string;
  readonly facts?: Facts;
  readonly costs?: Readonly<Record<string, string>>;
  readonly otherIncome?: string;
  readonly taxCredit?: string;
  readonly timesThisYear?: number;
}

interface Share {
  readonly id: string;
  readonly amount: string;
  readonly line?: StoredWorking['lines'][number];
}

interface Scenario {
  readonly name: string;
  readonly source: string;
  readonly note: string;
  /** The categories of expenditure that the rule may name. */
  readonly categories?: Readonly<Record<string, string>>;
  readonly rule: { readonly facts?: readonly { readonly question?: string }[] };
  readonly examples: readonly Example[];
  readonly allocations?: readonly {
    readonly what: string;
    readonly available: string;
    readonly requests: readonly Share[];
    readonly shares: readonly Share[];
    readonly rest: string;
  }[];
}

const FOLDER = 'test/scenarios';
const TOWNS =
  'nabari chikugo koga sue yame hioki fujikawa sodegaura chita ogi sakai kurume kudamatsu takahama ogori kotake'.split(
    ' ',
  );
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));
const scenarios = files.map((file) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Scenario);

const inputOf = ({
  facts = {},
  costs = {},
  otherIncome = '0',
  taxCredit = '0',
  timesThisYear = 1,
}: Example): RuleInput => ({
  facts,
  costs: Object.fromEntries(Object.entries(costs).map(([category, amount]) => [category, yen(amount)])),
  otherIncome: yen(otherIncome),
  taxCredit: taxCredit === 'unknown' ? 'unknown' : yen(taxCredit),
  timesThisYear,
});

it.each(TOWNS)('%s has its scenario', (town) => {
  expect(files.some((file) => file.startsWith(`${town}-`))).toBe(true);
});

it('the README shows a rule that the programme reads and works out as it says', () => {
  const example = /```json\n(\{[^`]*?"terms"[^`]*?)```/.exec(readFileSync('README.md', 'utf8'))?.[1] ?? '';
  const reader = new DocumentReader(JSON.parse(example));
  const { total } = evaluateRule(readRule(reader, { categories: [], questions: [] }), {
    ...{ facts: { wards: 6 }, costs: {}, otherIncome: yen(0), taxCredit: yen(0), timesThisYear: 1 },
  });
  expect([reader.faults, total]).toEqual([[], 630_000n]);
});

it.each([
  ['ogori-unei', ogoriOperatingGrant],
  ['ogori-jigyo', ogoriProjectSubsidy],
  ['kotake-unei', kotakeOperatingGrant],
  ['kotake-model', kotakeModelSubsidy],
])('%s is the rule of the demonstration', (name, { document }) => {
  const { rule } = JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')) as Scenario;
  const read = readRule(new DocumentReader(rule), { categories: [], questions: [] });
  expect(document({ budgetLineId: '', handledBy: '' }).rule).toEqual(read);
});

describe.each(scenarios)('$name', ({ rule: written, categories = {}, examples, allocations = [], ...scenario }) => {
  const reader = new DocumentReader(written);
  const rule = readRule(reader, {
    categories: Object.keys(categories),
    questions: (written.facts ?? []).flatMap(({ question }) => question ?? []),
  });

  it('reads without a fault, says where it comes from and what is assumed', () => {
    expect(reader.faults).toEqual([]);
    expect(scenario.source).not.toBe('');
    expect(scenario.note).not.toBe('');
  });

  it.each(examples)('$what: $total円', ({ lines, total, ...example }) => {
    expect(storeWorking(evaluateRule(rule, inputOf(example as Example)))).toEqual({ lines, total });
    expect(sumYen(lines.map((line) => yen(line.yen)))).toBe(yen(total));
  });

  // Most rules have none, and a table without rows is an error.
  for (const { what, available, requests, shares, rest } of allocations) {
    it(what, () => {
      const over = rule.overSubscription!;
      const asked = requests.map(({ id, amount }) => ({ id, amount: yen(amount) }));
      const allocation = allocateProRata(asked, yen(available), over.unit);
      expect(allocation).toEqual({
        shares: shares.map(({ id, amount }) => ({ id, amount: yen(amount) })),
        rest: yen(rest),
      });
      const budget = { available: yen(available), asked: sumYen(asked.map(({ amount }) => amount)) };
      for (const [index, { amount, line }] of shares.entries()) {
        if (!line) continue;
        const shown = proRataLine(over, asked[index]!, yen(amount), budget);
        expect({ ...shown, yen: shown.yen.toString() }).toEqual(line);
      }
    });
  }
});
