import { askedIn, sectionNamed, type FormSection } from '../../forms/index.js';
import { BUDGET, budgetFigures, budgetIn, restoreBudget, SIDES } from '../../applications/index.js';
import { REASON, type AmendmentDraft } from '../../grant-changes/index.js';
import { storeWorking } from '../../kernel/working.js';
import { BudgetTables } from '../shared/budget-tables.js';
import { Checkbox, Details, Money, Section, Steps, TextArea, WorkingTable, type Viewer } from '../shared/index.js';
import { Questions } from '../shared/sections/question-block.js';
import { ParkedHere, SectionFrame } from '../shared/sections/section-frame.js';
import { BudgetFiguresSection } from './budget-figures.js';
import { BudgetTable } from './budget-table.js';
import { TaxCreditSection } from './budget-tax-credit.js';
import { withSpareLines } from './budget.page.js';
import { changeUrl, partsOf, partWords } from './change-parts.js';
import { WorkbookButton } from './section-parts.js';

interface ChangePartProps {
  readonly viewer: Viewer;
  readonly draft: AmendmentDraft;
  readonly name: string;
  readonly section: FormSection | undefined;
  /** The question or side to which a blank row was asked for. */
  readonly more?: string | undefined;
}

/** One part of an amendment, filled with what holds now or was written since; two buttons, as everywhere. */
export function ChangePartPage(props: ChangePartProps) {
  const { viewer, draft, name } = props;
  const parts = partsOf(draft.amended.document);
  return (
    <>
      <Steps
        current={parts.indexOf(name) + 1}
        total={parts.length + 1}
        label={partWords(draft.amended.document, name).title}
      />
      <SectionFrame
        action={changeUrl(viewer, draft.change.id, 'parts', name)}
        section={sectionNamed(draft.sections, name)}
        writer={viewer.actor.name}
      >
        <Fields {...props} />
      </SectionFrame>
    </>
  );
}

function Fields(props: ChangePartProps) {
  if (props.name === REASON) return <ReasonFields {...props} />;
  return props.section ? <QuestionFields {...props} section={props.section} /> : <BudgetFields {...props} />;
}

function ReasonFields({ draft }: ChangePartProps) {
  const { grant, reason, increase } = draft;
  const { parked } = sectionNamed(draft.sections, REASON);
  return (
    <>
      <TextArea
        name="reason"
        label="変更の理由"
        hint="例：会場が使えなくなり、日程と会場の費用が変わるため。"
        required
        most={1000}
        rows={5}
        value={reason}
      />
      <ParkedHere parked={parked} field="reason" label="変更の理由" />
      <p>
        いまの交付決定額は
        <Money yen={grant.amountInForce} strong />
        です。下に印を付けないときは、計算した額がこれより多くても、この額までの変更になります。
      </p>
      <Checkbox
        name="increase"
        label="交付決定額の増額を求める"
        hint="増額には承認が要ります。予算の範囲で決まるため、認められないことがあります。"
        checked={increase}
      />
      <ParkedHere parked={parked} field="increase" label="交付決定額の増額" inWords={() => '求める'} />
    </>
  );
}

function QuestionFields({ draft, section, more }: ChangePartProps & { section: FormSection }) {
  return (
    <Questions
      form={section}
      section={sectionNamed(draft.sections, section.id)}
      asked={askedIn(draft.amended.document.form, draft.sections)}
      more={more}
      files={() => null}
    />
  );
}

function BudgetFields({ draft, more }: ChangePartProps) {
  const { amended, before } = draft;
  const { document, facts, timesThisYear, pending, most } = amended;
  const budget = budgetIn(sectionNamed(draft.sections, BUDGET));
  const figures = budgetFigures(document.budget, budget, amended.grantOf);
  const limit = most && { ...most, yen: most.yen.toString() };
  const known = { asked: document.budget, rule: document.rule, facts, timesThisYear, most: limit };
  const written = {
    document,
    sections: draft.sections,
    ...{ points: [], pointAnswers: {}, changes: [] },
  };
  const fixed = !document.budget.basis;
  return (
    <div data-budget={JSON.stringify({ ...known, pending: pending && storeWorking(pending) })}>
      <Details summary="いまの収支予算書を見る">
        <BudgetTables budget={restoreBudget(before.budget)} />
      </Details>
      {fixed && (
        <Section title="交付額の算定">
          <div data-working>
            <WorkingTable working={figures.working} />
          </div>
        </Section>
      )}
      <Section title="変更後の収入と支出">
        <BudgetTable
          draft={written}
          figures={figures}
          lines={withSpareLines(
            budget.lines,
            SIDES.find((side) => side === more),
          )}
        />
      </Section>
      {document.budget.taxCredit && <TaxCreditSection draft={written} />}
      {!fixed && <BudgetFiguresSection figures={figures} />}
      <Section title="Excelを使う">
        <WorkbookButton />
      </Section>
    </div>
  );
}
