import {
  askedIn,
  readAnswer,
  sectionNamed,
  splitField,
  type Section as WrittenSection,
  type FormSection,
  type Question,
} from '../../forms/index.js';
import { BUDGET, budgetFigures, budgetIn, readLine, restoreBudget, SIDES } from '../../applications/index.js';
import { REASON, type AmendmentDraft } from '../../grant-changes/index.js';
import { storeWorking } from '../../kernel/working.js';
import { AnswerField } from '../shared/answer-field.js';
import { BudgetTables } from '../shared/budget-tables.js';
import {
  Button,
  ButtonRow,
  Checkbox,
  Details,
  Form,
  Money,
  Section,
  Steps,
  TextArea,
  WorkingTable,
  type Viewer,
} from '../shared/index.js';
import { SaveOnEnter } from '../shared/save-on-enter.js';
import { StaleComparison, type Compared } from '../shared/stale-comparison.js';
import { BudgetFiguresSection } from './budget-figures.js';
import { lineInWords } from './budget-side.js';
import { BudgetTable } from './budget-table.js';
import { TaxCreditSection } from './budget-tax-credit.js';
import { withSpareLines } from './budget.page.js';
import { changeUrl, partsOf, partWords } from './change-parts.js';
import { QuestionTable } from '../shared/sections/question-table.js';
import { SectionAddress } from '../shared/sections/section-frame.js';

interface ChangePartProps {
  readonly viewer: Viewer;
  readonly draft: AmendmentDraft;
  readonly name: string;
  readonly section: FormSection | undefined;
  /** The question or side to which a blank row was asked for. */
  readonly more?: string | undefined;
  /** What was typed and not kept, because somebody else saved first. */
  readonly typed?: WrittenSection['fields'] | undefined;
}

/** One part of an amendment, filled with what holds now or was written since; two buttons, as everywhere. */
export function ChangePartPage(props: ChangePartProps) {
  const { viewer, draft, name, typed } = props;
  const parts = partsOf(draft.amended.document);
  const action = changeUrl(viewer, draft.change.id, 'parts', name);
  const version = draft.change.sections[name]?.version ?? 1;
  return (
    <>
      <Steps
        current={parts.indexOf(name) + 1}
        total={parts.length + 1}
        label={partWords(draft.amended.document, name).title}
      />
      {typed && <StaleComparison rows={comparedRows(props, typed)} />}
      <Form action={action} version={version} autosave={action}>
        <SaveOnEnter />
        <SectionAddress.Provider value={action}>
          <Fields {...props} />
        </SectionAddress.Provider>
        <ButtonRow>
          <Button name="act" value="next">
            保存して次へ
          </Button>
          <Button kind="secondary" name="act" value="back">
            保存して一覧に戻る
          </Button>
        </ButtonRow>
      </Form>
    </>
  );
}

function Fields(props: ChangePartProps) {
  if (props.name === REASON) return <ReasonFields {...props} />;
  return props.section ? <QuestionFields {...props} section={props.section} /> : <BudgetFields {...props} />;
}

function ReasonFields({ draft, typed }: ChangePartProps) {
  const { grant } = draft;
  return (
    <>
      <TextArea
        name="reason"
        label="変更の理由"
        hint="例：会場が使えなくなり、日程と会場の費用が変わるため。"
        required
        most={1000}
        rows={5}
        value={typed ? typed.get('reason') : draft.reason}
      />
      <p>
        いまの交付決定額は
        <Money yen={grant.amountInForce} strong />
        です。下に印を付けないときは、計算した額がこれより多くても、この額までの変更になります。
      </p>
      <Checkbox
        name="increase"
        label="交付決定額の増額を求める"
        hint="増額には承認が要ります。予算の範囲で決まるため、認められないことがあります。"
        checked={typed ? typed.get('increase') === 'yes' : draft.increase}
      />
    </>
  );
}

function QuestionFields({ draft, section, more, typed }: ChangePartProps & { section: FormSection }) {
  const asked = askedIn(draft.amended.document.form, draft.sections);
  const fields = typed ?? sectionNamed(draft.sections, section.id).fields;
  return (
    <>
      {section.questions.map((question) => {
        const { id, when } = question;
        const condition = when ? { 'data-when': `form[${when.question}]`, 'data-is': when.is } : {};
        return (
          <div class={`question question-${question.kind}`} hidden={!asked.has(id)} {...condition} key={id}>
            {question.kind === 'table' ? (
              <QuestionTable question={question} fields={fields} more={more === id} />
            ) : (
              question.kind !== 'file' && <AnswerField question={question} fields={fields} />
            )}
          </div>
        );
      })}
    </>
  );
}

function BudgetFields({ draft, more, typed }: ChangePartProps) {
  const { amended, before } = draft;
  const { document, facts, timesThisYear, pending, most } = amended;
  const kept = sectionNamed(draft.sections, BUDGET);
  const section = typed ? { ...kept, fields: typed } : kept;
  const budget = budgetIn(section);
  const figures = budgetFigures(document.budget, budget, amended.grantOf);
  const limit = most && { ...most, yen: most.yen.toString() };
  const known = { asked: document.budget, rule: document.rule, facts, timesThisYear, most: limit };
  const written = {
    document,
    sections: new Map([...draft.sections, [BUDGET, section] as const]),
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
    </div>
  );
}

/** What the other one saved beside what was typed here, field by field. */
function comparedRows({ draft, name, section }: ChangePartProps, typed: WrittenSection['fields']): Compared[] {
  const kept = new Map(draft.change.sections[name]?.fields ?? []);
  return [...new Set([...kept.keys(), ...typed.keys()])].map((field) => {
    const [label, words] = fieldInWords(draft, section, name, field);
    const said = (text: string | undefined): string => (text === undefined ? '' : words(text));
    return { label, kept: said(kept.get(field)), typed: said(typed.get(field)) };
  });
}

function fieldInWords(
  { amended: { document } }: AmendmentDraft,
  section: FormSection | undefined,
  name: string,
  field: string,
): readonly [label: string, words: (text: string) => string] {
  if (name === REASON) return field === 'increase' ? ['増額', () => '求める'] : ['変更の理由', (text) => text];
  if (name === BUDGET && field.startsWith('tax-credit')) return ['仕入控除税額', (text) => text];
  if (name === BUDGET) return ['収支予算書の行', (text) => lineInWords(document.budget, readLine(field, text))];
  const question = section?.questions.find(({ id }) => id === splitField(field).question);
  return [question?.label ?? field, (text) => (question ? answerInWords(question, field, text) : text)];
}

const answerInWords = (question: Question, field: string, text: string): string =>
  question.kind === 'file' ? text : readAnswer(question, new Map([[field, text]])).words;
