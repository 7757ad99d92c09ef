import { QUESTION_KIND_LABELS, type FormSection, type Question } from '../../../forms/index.js';
import { formatEra } from '../../../kernel/local-date.js';
import { PROPOSER_KIND_LABELS, PROPOSER_KINDS, type Call, type CallDocument } from '../../../proposals/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  Checkbox,
  Checkboxes,
  DateField,
  FieldGroup,
  Form,
  Hidden,
  Radios,
  Select,
  TextArea,
  TextField,
  type Viewer,
} from '../../shared/index.js';

interface CallFormProps {
  readonly viewer: Viewer;
  readonly call: Call;
  /** As typed, where it was refused. */
  readonly shown: CallDocument;
}

const SPARE_FIELDS = 2;
const SPARE_QUESTIONS = 2;
const SPARE_CRITERIA = 2;

/** The words, fields, questions and criteria of a call in plain fields; a row whose name is emptied is taken out. */
export function CallFormPage({ viewer, call, shown }: CallFormProps) {
  return (
    <Form action={viewer.url(`staff/proposals/${call.id}/edit`)} version={call.version}>
      <FieldGroup legend="募集">
        <TextField name="title" label="募集の名称" required most={80} value={shown.title} />
        <TextArea
          name="lead"
          label="募集の説明"
          hint="何のために、どんな提案を求めるか。"
          rows={5}
          value={shown.lead}
        />
        <Radios
          name="themeKind"
          label="テーマ"
          required
          inline
          options={[
            { value: 'free', label: '自由' },
            { value: 'town', label: '町が決める' },
          ]}
          value={shown.themeKind}
        />
        <TextArea
          name="theme"
          label="町が決めるテーマ"
          hint="「町が決める」ときに書きます。"
          rows={2}
          value={shown.theme}
        />
        <Checkboxes
          name="proposers"
          label="提案できる人"
          required
          options={PROPOSER_KINDS.map((kind) => ({ value: kind, label: PROPOSER_KIND_LABELS[kind] }))}
          values={shown.proposers}
        />
        <DateField name="opens" label="受付の始まり" required value={dayText(shown.opens)} />
        <DateField
          name="closes"
          label="受付の終わり"
          hint="この日の24時まで受け付けます。"
          required
          value={dayText(shown.closes)}
        />
        <TextArea name="afterwards" label="提案のあとの流れ" required rows={4} value={shown.afterwards} />
      </FieldGroup>
      <FieldGroup legend="分野" hint="消すときは名称を空にしてください。">
        {withSpare(shown.fields, SPARE_FIELDS).map((field, index) => (
          <div key={field?.id ?? index}>
            <Hidden name={`fields[${String(index)}][id]`} value={field?.id ?? ''} />
            <TextField
              name={`fields[${String(index)}][label]`}
              label={`分野${String(index + 1)}`}
              required={index === 0}
              size="medium"
              value={field?.label}
            />
          </div>
        ))}
      </FieldGroup>
      {shown.form.map((section, index) => (
        <SectionFields section={section} at={index} key={section.id} />
      ))}
      <FieldGroup legend="評価項目" hint="点を付けて選ぶときに書きます。要らないときは空のままにしてください。">
        {withSpare(shown.rubric?.criteria ?? [], SPARE_CRITERIA).map((criterion, index) => {
          const name = (part: string): string => `criteria[${String(index)}][${part}]`;
          return (
            <FieldGroup legend={`評価項目${String(index + 1)}`} key={criterion?.id ?? index}>
              <Hidden name={name('id')} value={criterion?.id ?? ''} />
              <TextField name={name('label')} label="項目" size="medium" value={criterion?.label} />
              <TextField name={name('hint')} label="見るところ" value={criterion?.hint} />
              <TextField
                name={name('most')}
                label="配点"
                size="short"
                inputMode="numeric"
                suffix="点"
                value={criterion?.most ?? 10}
              />
            </FieldGroup>
          );
        })}
      </FieldGroup>
      <ButtonRow>
        <Button>保存する</Button>
        <ButtonLink kind="secondary" href={viewer.url(`staff/proposals/${call.id}`)}>
          保存しないで戻る
        </ButtonLink>
      </ButtonRow>
    </Form>
  );
}

const OFFERED_KINDS = [
  'text',
  'number',
  'yen',
  'date',
  'period',
  'place',
  'choice',
  'file',
  'declaration',
  'table',
] as const;

/** A section with its questions; what a question offers stands one a line. */
function SectionFields({ section, at }: { section: FormSection; at: number }) {
  const base = `form[${String(at)}]`;
  return (
    <FieldGroup
      legend={`質問（${section.title}）`}
      hint="質問を消すときは、質問の文を空にしてください。種類を変えて保存すると、その種類の細かな欄が出ます。"
    >
      <Hidden name={`${base}[id]`} value={section.id} />
      <TextField name={`${base}[title]`} label="まとまりの名称" required size="medium" value={section.title} />
      <TextField name={`${base}[lead]`} label="まとまりの説明" value={section.lead} />
      {withSpare(section.questions, SPARE_QUESTIONS).map((question, index) => (
        <QuestionFields
          base={`${base}[questions][${String(index)}]`}
          question={question}
          number={index + 1}
          key={question?.id ?? index}
        />
      ))}
    </FieldGroup>
  );
}

function QuestionFields({ base, question, number }: { base: string; question: Question | null; number: number }) {
  const kind = question?.kind ?? 'text';
  return (
    <FieldGroup legend={question ? `質問${String(number)}` : `質問${String(number)}（加えるとき）`}>
      <Hidden name={`${base}[id]`} value={question?.id ?? ''} />
      <TextField name={`${base}[label]`} label="質問の文" size="medium" value={question?.label} />
      <TextField name={`${base}[hint]`} label="説明" value={question?.hint} />
      <Select
        name={`${base}[kind]`}
        label="答え方"
        options={OFFERED_KINDS.map((value) => ({ value, label: QUESTION_KIND_LABELS[value] }))}
        value={kind}
      />
      <Checkbox name={`${base}[required]`} value="yes" label="必ず答える" checked={question?.required ?? false} />
      {question?.when && (
        <>
          <Hidden name={`${base}[when][question]`} value={question.when.question} />
          <Hidden name={`${base}[when][is]`} value={question.when.is} />
        </>
      )}
      <Particulars base={base} question={question} />
    </FieldGroup>
  );
}

/** What only one kind of question has. */
function Particulars({ base, question }: { base: string; question: Question | null }) {
  if (question === null) return null;
  switch (question.kind) {
    case 'text':
      return (
        <>
          <TextField
            name={`${base}[maxLength]`}
            label="文字数の上限"
            size="short"
            inputMode="numeric"
            value={question.maxLength}
          />
          <Hidden name={`${base}[lines]`} value={question.lines} />
        </>
      );
    case 'number':
      return (
        <>
          <TextField name={`${base}[unit]`} label="単位" size="short" value={question.unit} />
          <TextField name={`${base}[least]`} label="数の下限" size="short" inputMode="numeric" value={question.least} />
          <TextField name={`${base}[most]`} label="数の上限" size="short" inputMode="numeric" value={question.most} />
        </>
      );
    case 'yen':
      return (
        <TextField
          name={`${base}[most]`}
          label="金額の上限"
          size="short"
          inputMode="numeric"
          suffix="円"
          value={question.most}
        />
      );
    case 'choice':
      return (
        <>
          <TextArea
            name={`${base}[optionLines]`}
            label="選択肢（1行に1つ）"
            rows={4}
            value={question.options.map(({ label }) => label).join('\n')}
          />
          <Checkbox name={`${base}[many]`} value="yes" label="いくつでも選べる" checked={question.many} />
        </>
      );
    case 'declaration':
      return <TextArea name={`${base}[text]`} label="誓約の文" rows={2} value={question.text} />;
    case 'file':
      return <Checkbox name={`${base}[many]`} value="yes" label="いくつでも添えられる" checked={question.many} />;
    case 'table':
      return (
        <>
          <TextArea
            name={`${base}[columnLines]`}
            label="列（1行に1つ）"
            rows={3}
            value={question.columns.map(({ label }) => label).join('\n')}
          />
          <Hidden name={`${base}[mostRows]`} value={question.mostRows} />
        </>
      );
    case 'date':
    case 'period':
    case 'place':
      return null;
  }
}

const withSpare = <Item,>(items: readonly Item[], spare: number): (Item | null)[] => [
  ...items,
  ...Array.from({ length: spare }, () => null),
];

const dayText = (day: string): string => {
  try {
    return formatEra(day as Parameters<typeof formatEra>[0]);
  } catch {
    return day;
  }
};
