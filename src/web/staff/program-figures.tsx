import {
  ruleInWords,
  type AmountRule,
  type FactDefinition,
  type ProgramDocument,
  type RuleCap,
  type RuleTerm,
} from '../../programs/index.js';
import { Checkbox, FieldGroup, Section, TextField, YenField } from '../shared/index.js';
import type { FormValues } from './program-form-values.js';
import { RoundingFields } from './program-rounding.js';
import { TermFigures } from './program-term.js';
import { htmlName } from './program-rows.js';
import { TERM_WORDS } from './program-words.js';

interface FiguresProps {
  readonly values: FormValues;
  readonly document: Pick<ProgramDocument, 'rule' | 'budget'>;
}

/** Every figure and word of a rule in a field; its structure stands as it is. */
export function FigureFields({ values, document }: FiguresProps) {
  const { rule, budget } = document;
  const words = ruleInWords(rule, budget.expenditure);
  return (
    <>
      {rule.terms.map((term, index) => (
        <FieldGroup
          legend={`算定${String(index + 1)}：${term.label}（${TERM_WORDS[term.kind]}）`}
          hint={`いまの決まり：${words[index]?.words ?? ''}`}
          key={index}
        >
          <Term values={values} path={`rule.terms.${String(index)}`} term={term} document={document} />
        </FieldGroup>
      ))}
      {rule.caps.map((cap, index) => (
        <FieldGroup legend={`合計の上限${String(index + 1)}：${cap.label}`} key={index}>
          <Cap values={values} path={`rule.caps.${String(index)}`} cap={cap} />
        </FieldGroup>
      ))}
      <Deductions values={values} />
      <RoundingFields values={values} />
      {rule.facts.length > 0 && (
        <Section title="数えるものの名称">
          {rule.facts.map((fact, index) => (
            <Fact values={values} path={`rule.facts.${String(index)}`} fact={fact} key={fact.id} />
          ))}
        </Section>
      )}
    </>
  );
}

interface TermProps extends FiguresProps {
  readonly path: string;
  readonly term: RuleTerm;
}

function Term({ values, path, term, document }: TermProps) {
  const fact = document.rule.facts.find(({ id }) => id === term.when?.fact);
  return (
    <>
      <Named values={values} path={path} what="算定" />
      <TermFigures values={values} path={path} term={term} document={document} />
      {fact && term.when && <ConditionFigures values={values} path={`${path}.when`} fact={fact} when={term.when} />}
      <YenField
        name={htmlName(`${path}.cap`)}
        label="この算定だけの上限"
        hint="上限がないときは空欄にします。"
        value={values.text(`${path}.cap`)}
      />
      <TextField
        name={htmlName(`${path}.timesPerYear.most`)}
        label="1年度に使える回数"
        hint="限りがないときは空欄にします。"
        size="short"
        inputMode="numeric"
        value={values.text(`${path}.timesPerYear.most`)}
      />
      <TextField
        name={htmlName(`${path}.timesPerYear.article`)}
        label="回数の根拠条文"
        size="medium"
        value={values.text(`${path}.timesPerYear.article`)}
      />
    </>
  );
}

/** What every line of the working prints: its name and its article. */
const Named = ({ values, path, what }: { values: FormValues; path: string; what: string }) => (
  <>
    <TextField
      name={htmlName(`${path}.label`)}
      label={`${what}の名称`}
      required
      size="medium"
      value={values.text(`${path}.label`)}
    />
    <TextField
      name={htmlName(`${path}.article`)}
      label={`${what}の根拠条文`}
      required
      size="medium"
      value={values.text(`${path}.article`)}
    />
  </>
);

interface ConditionProps {
  readonly values: FormValues;
  readonly path: string;
  readonly fact: FactDefinition;
  readonly when: NonNullable<AmountRule['terms'][number]['when']>;
}

/** The numbers of a condition; which class it asks for belongs to the structure. */
function ConditionFigures({ values, path, fact, when }: ConditionProps) {
  if (typeof when.is === 'string') return null;
  const bounds =
    when.is === undefined
      ? [
          { field: 'atLeast', words: '以上' },
          { field: 'atMost', words: '以下' },
        ]
      : [{ field: 'is', words: 'ちょうど' }];
  return (
    <>
      {bounds.map(({ field, words }) => (
        <TextField
          name={htmlName(`${path}.${field}`)}
          label={`使う条件：${fact.label}（${words}）`}
          size="short"
          inputMode="numeric"
          suffix={fact.unitLabel}
          value={values.text(`${path}.${field}`)}
          key={field}
        />
      ))}
    </>
  );
}

function Cap({ values, path, cap }: { values: FormValues; path: string; cap: RuleCap }) {
  return (
    <>
      <Named values={values} path={path} what="上限" />
      {cap.kind === 'yen' ? (
        <YenField name={htmlName(`${path}.yen`)} label="上限の金額" required value={values.text(`${path}.yen`)} />
      ) : (
        <TextField
          name={htmlName(`${path}.rate`)}
          label="対象経費に対する上限の割合"
          hint="例：2/3　または　3分の2"
          required
          size="short"
          value={values.rate(`${path}.rate`)}
        />
      )}
    </>
  );
}

const Deductions = ({ values }: { values: FormValues }) => (
  <Section title="対象経費から差し引くもの">
    <Checkbox
      name="rule[deductions][otherIncome]"
      label="その他の収入を差し引く"
      checked={values.flag('rule.deductions.otherIncome')}
    />
    <Checkbox
      name="rule[deductions][taxCredit]"
      label="消費税の仕入控除税額を差し引く"
      checked={values.flag('rule.deductions.taxCredit')}
    />
    <TextField
      name="rule[deductions][article]"
      label="差し引くものの根拠条文"
      hint="差し引くものがないときは空欄でかまいません。"
      size="medium"
      value={values.text('rule.deductions.article')}
    />
  </Section>
);

function Fact({ values, path, fact }: { values: FormValues; path: string; fact: FactDefinition }) {
  const { options = [] } = fact;
  return (
    <FieldGroup legend={fact.label}>
      <TextField
        name={htmlName(`${path}.label`)}
        label="数えるものの名称"
        required
        size="medium"
        value={values.text(`${path}.label`)}
      />
      {options.length === 0 && (
        <TextField
          name={htmlName(`${path}.unitLabel`)}
          label="単位の名称"
          required
          size="short"
          value={values.text(`${path}.unitLabel`)}
        />
      )}
      {options.map((option, index) => (
        <TextField
          name={htmlName(`${path}.options.${String(index)}.label`)}
          label={`区分${String(index + 1)}の名称`}
          required
          size="medium"
          value={values.text(`${path}.options.${String(index)}.label`)}
          key={option.id}
        />
      ))}
    </FieldGroup>
  );
}
