import type { Working } from '../../kernel/working.js';
import { subtractYen } from '../../kernel/yen.js';
import {
  tryExample,
  type ExampleFields,
  type ProgramVersion,
  type FactDefinition,
  type RuleInput,
} from '../../programs/index.js';
import {
  Button,
  ButtonRow,
  Figure,
  FigureRow,
  Form,
  Hidden,
  Money,
  Notice,
  Section,
  Select,
  TextField,
  WorkingTable,
  YenField,
  type Viewer,
} from '../shared/index.js';
import { typedText } from '../shared/typed-text.js';
import { Difference } from './program-difference.js';
import { editionInWords } from './program-words.js';

interface ProgramTrialProps {
  readonly viewer: Viewer;
  readonly version: ProgramVersion;
  /** The published edition that this one follows. */
  readonly before: ProgramVersion | null;
  readonly fields: ExampleFields;
  readonly typed: unknown;
  /** null while the example was not sent, or has faults. */
  readonly input: RuleInput | null;
}

/** An example of one's own: what this edition gives for it, beside what the edition before gives. */
export function ProgramTrialPage(props: ProgramTrialProps) {
  const { viewer, version, input } = props;
  return (
    <>
      <p>
        例を入力すると、この版の決まりで交付額を計算します。何も保存されません。
        <a href={viewer.url(`staff/programs/${version.id}/trial/applications`)}>実際の申請で試す</a>
        こともできます。
      </p>
      {input && <Results {...props} input={input} />}
      <Section title="例">
        <ExampleForm {...props} />
      </Section>
    </>
  );
}

function ExampleForm({ viewer, version, fields, typed }: ProgramTrialProps) {
  return (
    <Form method="get" action={viewer.url(`staff/programs/${version.id}/trial`)} label="算定の例">
      <Hidden name="tried" value="yes" />
      {fields.facts.map((fact) => (
        <FactField fact={fact} value={typedText(typed, `fact-${fact.id}`)} key={fact.id} />
      ))}
      {fields.categories.map(({ id, label }) => (
        <YenField name={`cost-${id}`} label={`${label}の対象経費`} value={typedText(typed, `cost-${id}`)} key={id} />
      ))}
      {fields.otherIncome && (
        <YenField
          name="other-income"
          label="その他の収入"
          hint="対象経費から差し引く収入の合計"
          value={typedText(typed, 'other-income')}
        />
      )}
      {fields.taxCredit && <YenField name="tax-credit" label="仕入控除税額" value={typedText(typed, 'tax-credit')} />}
      {fields.times && (
        <TextField
          name="times"
          label="今年度の何回目の申請か"
          required
          size="short"
          inputMode="numeric"
          value={typedText(typed, 'times') || '1'}
        />
      )}
      <ButtonRow>
        <Button>計算する</Button>
      </ButtonRow>
    </Form>
  );
}

function FactField({ fact: { id, label, unitLabel, options = [] }, value }: { fact: FactDefinition; value: string }) {
  if (options.length > 0) {
    const choices = options.map((option) => ({ value: option.id, label: option.label }));
    return <Select name={`fact-${id}`} label={label} required value={value} options={choices} />;
  }
  return (
    <TextField
      name={`fact-${id}`}
      label={label}
      hint={unitLabel === '' ? undefined : `単位：${unitLabel}`}
      required
      size="short"
      inputMode="numeric"
      value={value}
    />
  );
}

function Results({ version, before, input }: ProgramTrialProps & { input: RuleInput }) {
  const now = tryExample(version.document, input);
  const then = before && tryExample(before.document, input);
  return (
    <Section title="計算の結果">
      <FigureRow>
        <Figure label="この版の交付額">
          <Money yen={now?.total ?? null} />
        </Figure>
        {before && (
          <Figure label="前の版の交付額">
            <Money yen={then?.total ?? null} />
          </Figure>
        )}
        {now && then && (
          <Figure label="前の版との差">
            <Difference yen={subtractYen(now.total, then.total)} />
          </Figure>
        )}
      </FigureRow>
      <div class="side-by-side">
        <OneResult title={`この版（${editionInWords(version)}）`} working={now} />
        {before && <OneResult title={`前の版（${editionInWords(before)}）`} working={then} />}
      </div>
    </Section>
  );
}

function OneResult({ title, working }: { title: string; working: Working | null }) {
  return (
    <Section title={title} level={3}>
      {working ? (
        <WorkingTable working={working} caption={`${title}の算定の内訳`} captionHidden />
      ) : (
        <Notice tone="warning" title="計算できません">
          <p>選んだ区分がこの版にありません。</p>
        </Notice>
      )}
    </Section>
  );
}
