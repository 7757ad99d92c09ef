import { chosenIn, textIn, textsIn, type Section, type Question } from '../../forms/index.js';
import { groupDigits } from '../../kernel/yen.js';
import { PeriodField, PlaceField } from './compound-fields.js';
import { Checkbox, Checkboxes, DateField, Radios, TextArea, TextField, YenField } from './fields.js';

/** A question that is answered in one group of fields: neither in rows nor with files. */
export type FieldQuestion = Exclude<Question, { readonly kind: 'table' | 'file' }>;

interface AnswerFieldProps {
  readonly question: FieldQuestion;
  readonly fields: Section['fields'];
}

/** The field or fields in which a question of this kind is answered, as typed so far. */
export function AnswerField({ question, fields }: AnswerFieldProps) {
  const { id, label, hint, required } = question;
  const common = { name: `form[${id}]`, label, hint: hint || undefined, required };
  const value = textIn(fields, id);
  switch (question.kind) {
    case 'text':
      return question.lines === 'one' ? (
        <TextField {...common} most={question.maxLength} value={value} />
      ) : (
        <TextArea {...common} most={question.maxLength} rows={question.maxLength > 500 ? 8 : 4} value={value} />
      );
    case 'number':
      return (
        <TextField
          {...common}
          hint={`${hint}（${groupDigits(question.least)}から${groupDigits(question.most)}まで）`}
          value={value}
          size="short"
          inputMode="numeric"
          autocomplete="off"
          suffix={question.unit || undefined}
        />
      );
    case 'yen':
      return <YenField {...common} hint={`${hint}（${groupDigits(BigInt(question.most))}円まで）`} value={value} />;
    case 'date':
      return <DateField {...common} hint={hint === '' ? undefined : `${hint}（例：令和8年4月1日）`} value={value} />;
    case 'period': {
      const [from = '', until = ''] = textsIn(fields, id);
      return <PeriodField {...common} from={from} until={until} />;
    }
    case 'place': {
      const [place = '', address = ''] = textsIn(fields, id);
      return <PlaceField {...common} place={place} address={address} />;
    }
    case 'choice':
      return <Choice question={question} common={common} chosen={chosenIn(fields, question)} />;
    case 'declaration':
      return <Checkbox {...common} label={question.text} checked={value !== ''} />;
  }
}

interface ChoiceProps {
  readonly question: Extract<Question, { kind: 'choice' }>;
  readonly common: {
    readonly name: string;
    readonly label: string;
    readonly hint?: string | undefined;
    required: boolean;
  };
  readonly chosen: readonly string[];
}

function Choice({ question, common, chosen }: ChoiceProps) {
  const options = question.options.map(({ id, label }) => ({ value: id, label }));
  if (question.many) return <Checkboxes {...common} options={options} values={chosen} />;
  // A radio button cannot be taken back: who need not answer is given a way to say nothing.
  const offered = question.required ? options : [...options, { value: '', label: '答えない' }];
  return <Radios {...common} options={offered} value={chosen[0]} />;
}
