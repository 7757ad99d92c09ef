import type { DocumentReader } from '../../../forms/index.js';
import { TERM_KINDS, type FactDefinition, type RuleTerm } from './amount-rule.js';
import { isClass } from './facts.js';
import { readCondition } from './read-condition.js';

type Facts = readonly FactDefinition[];
type TermOf<Kind extends RuleTerm['kind']> = Extract<RuleTerm, { kind: Kind }>;

/** One row of the rule; the faults name what the facts and categories of the same document offer instead. */
export function readTerm(term: DocumentReader, facts: Facts, categories: readonly string[]): RuleTerm {
  const kind = term.choice('kind', '算定の種類', TERM_KINDS);
  const common = {
    label: term.text('label', '算定の名称', 40),
    article: term.text('article', '算定の根拠条文', 60),
    when: term.given('when') ? readCondition(term.within('when'), facts) : null,
    cap: term.optionalAmount('cap', '算定の上限'),
    timesPerYear: term.given('timesPerYear') ? readTimes(term.within('timesPerYear')) : null,
  };
  switch (kind) {
    case 'flat':
      return { kind, ...common, yen: term.amount('yen', '算定の金額') };
    case 'per-unit':
      return {
        kind,
        ...common,
        yen: term.amount('yen', '算定の金額'),
        unit: countedFact(term, 'unit', '数えるもの', facts),
        unitLabel: term.text('unitLabel', '単位の名称', 20),
        less: term.given('less') ? countedFact(term, 'less', '除くもの', facts) : null,
      };
    case 'banded':
      return { kind, ...common, unit: countedFact(term, 'unit', '数えるもの', facts), bands: readBands(term) };
    case 'by-class':
      return { kind, ...common, ...readClassAmounts(term, facts) };
    case 'share':
      return {
        kind,
        ...common,
        pool: term.amount('pool', '配分の総額'),
        rate: term.rate('rate', '総額のうち配分する割合'),
        part: term.given('part') ? countedFact(term, 'part', '配分のもとになる数', facts) : null,
        whole: term.whole('whole', '配分の全体の数', 1, 999_999_999),
      };
    case 'rate':
      return { kind, ...common, rate: term.rate('rate', '補助率'), of: readCategories(term, categories) };
  }
}

const readTimes = (reader: DocumentReader): RuleTerm['timesPerYear'] => ({
  most: reader.whole('most', '1年度の回数の上限', 1, 99),
  article: reader.text('article', '回数の根拠条文', 60),
});

/** The id of a fact that is a number; the fault lists those that there are. */
function countedFact(term: DocumentReader, field: string, label: string, facts: Facts): string {
  return knownFact(
    term,
    field,
    label,
    facts.filter((fact) => !isClass(fact)),
  );
}

function knownFact(term: DocumentReader, field: string, label: string, fitting: Facts): string {
  const id = term.optionalText(field, label, 40);
  if (!fitting.some((fact) => fact.id === id)) {
    const known = fitting.map((fact) => fact.label).join('、');
    if (known === '') term.fault(field, 'programs.no-fitting-fact', { label });
    else term.fault(field, 'programs.fact-unknown', { label, known });
  }
  return id;
}

/** Ascending bands, of which only the last one is open. */
function readBands(term: DocumentReader): TermOf<'banded'>['bands'] {
  const bands = term.list('bands', (band) => ({
    upTo: band.optionalWhole('upTo', '段の上限の数', 1, 999_999_999),
    yen: band.amount('yen', '段の金額'),
  }));
  if (bands.length === 0) term.fault('bands[0].yen', 'programs.no-bands');
  let below = 0;
  for (const [index, { upTo }] of bands.entries()) {
    const place = `bands[${String(index)}].upTo`;
    const last = index === bands.length - 1;
    if (upTo === null && !last) term.fault(place, 'programs.band-without-end');
    if (upTo !== null && last) term.fault(place, 'programs.last-band-with-end');
    if (upTo !== null && upTo <= below) term.fault(place, 'programs.bands-not-ascending', { below });
    below = upTo ?? below;
  }
  return bands;
}

/** Every option of the class has exactly one amount. */
function readClassAmounts(term: DocumentReader, facts: Facts): Pick<TermOf<'by-class'>, 'fact' | 'amounts'> {
  const fact = knownFact(term, 'fact', '区分で表すもの', facts.filter(isClass));
  const options = facts.find(({ id }) => id === fact)?.options ?? [];
  const amounts = term.everyRow('amounts', (item) => {
    const option = item.optionalText('option', '区分', 40);
    if (options.length > 0 && !options.some(({ id }) => id === option)) {
      item.fault('option', 'programs.option-unknown', { known: options.map(({ label }) => label).join('、') });
    }
    return { option, yen: item.amount('yen', '区分の金額') };
  });
  for (const { id, label } of options) {
    const given = amounts.filter(({ option }) => option === id).length;
    if (given !== 1) term.fault('amounts', 'programs.one-amount-per-option', { option: label });
  }
  return { fact, amounts };
}

/** `all`, or ids of categories of expenditure that this document has. */
function readCategories(term: DocumentReader, categories: readonly string[]): TermOf<'rate'>['of'] {
  const ids = term.sentences('of', '対象の科目', 40);
  if (ids.length === 1 && ids[0] === 'all') return 'all';
  if (ids.length === 0) term.fault('of', 'forms.not-chosen', { label: '対象の科目' });
  for (const [index, id] of ids.entries()) {
    if (!categories.includes(id)) {
      term.fault(`of[${String(index)}]`, 'programs.category-unknown', { id, known: categories.join('、') });
    }
  }
  return ids;
}
