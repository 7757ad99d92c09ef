import { BUDGET, budgetIn, TAX_CREDIT, TAX_CREDIT_AMOUNT } from '../../applications/index.js';
import { sectionNamed } from '../../forms/index.js';
import { Radios, Section, YenField } from '../shared/index.js';
import { TAX_CREDIT_WORDS } from '../shared/budget-words.js';
import { ParkedHere } from '../shared/sections/section-frame.js';
import { PointsHere, type WrittenDraft } from './section-parts.js';

/** 仕入控除税額: what comes back to the organisation through its consumption tax is not paid twice. */
export function TaxCreditSection({ draft }: { draft: WrittenDraft }) {
  const section = sectionNamed(draft.sections, BUDGET);
  const { parked } = section;
  const { taxCredit } = budgetIn(section);
  const kindInWords = (text: string): string =>
    TAX_CREDIT_WORDS.find(({ value }) => value === text)?.label ?? '（選んでいません）';
  return (
    <Section title="消費税の仕入控除税額">
      <PointsHere draft={draft} section={BUDGET} pointer={`budget.${TAX_CREDIT}`} />
      <Radios
        name={`budget[${TAX_CREDIT}]`}
        label="補助金にかかる消費税の仕入控除税額がありますか"
        hint="消費税を納めていない団体は「なし」です。"
        required
        options={TAX_CREDIT_WORDS}
        value={taxCredit.kind}
      />
      <ParkedHere parked={parked} field={TAX_CREDIT} label="仕入控除税額" inWords={kindInWords} />
      <YenField
        name={`budget[${TAX_CREDIT_AMOUNT}]`}
        label="仕入控除税額"
        hint="「ある」を選んだときに入力します。"
        value={taxCredit.amount}
      />
      <ParkedHere parked={parked} field={TAX_CREDIT_AMOUNT} label="仕入控除税額" />
    </Section>
  );
}
