import { LETTER_TITLES, letterOf, type LetterName, type ProgramDocument } from '../../programs/index.js';
import {
  Button,
  ButtonRow,
  DataTable,
  Details,
  Section,
  Select,
  TextArea,
  TextField,
  type Choice,
} from '../shared/index.js';
import type { FormValues } from './program-form-values.js';
import { ProgramRows } from './program-rows.js';
import { restoreAct, type WordingDesks } from './typed-letters.js';

export const SEAL_CHOICES: readonly Choice[] = [
  { value: 'space', label: '公印を押す場所を空ける' },
  { value: 'omitted', label: '「公印省略」と印字する' },
  { value: 'none', label: '公印なし' },
];

/** Those with a number of their own on this page: 受付票 has none, that of 額の確定通知書 stands with the report. */
export const NUMBERED_LETTERS: readonly LetterName[] = [
  ...(['decision', 'refusal', 'claim', 'amendment', 'amendmentRefusal', 'discontinuation'] as const),
  ...(['discontinuationRefusal', 'revocation', 'minorChange', 'progressReport', 'accidentReport'] as const),
  'direction',
];
const UNTIL_PAYMENT: readonly LetterName[] = ['decision', 'refusal', 'receipt', 'claim'];
const AFTER_DECISION: readonly LetterName[] = [
  ...(['amendment', 'amendmentRefusal', 'discontinuation', 'discontinuationRefusal', 'revocation'] as const),
  ...(['minorChange', 'progressReport', 'accidentReport', 'determination'] as const),
  'direction',
];

const MONEY_BACK: readonly LetterName[] = [
  ...(['repaymentNotice', 'repaymentOrder', 'repaymentDunning', 'repaymentPlan', 'chargeRelief'] as const),
  ...(['repaymentRemission', 'disposal', 'disposalRefusal', 'repaymentShare'] as const),
];

export const samplePath = (versionId: string, letter: LetterName): string =>
  `staff/programs/${versionId}/letters/${letter}/sample`;

interface LettersProps {
  readonly values: FormValues;
  /** As it is stored. */
  readonly document: ProgramDocument;
  readonly wordings: WordingDesks;
  readonly sampleOf: (letter: LetterName) => string;
}

/** Form numbers, seal and words of the letters, and the conditions that the decision prints. */
export function LettersFields(props: LettersProps) {
  const { values } = props;
  return (
    <>
      <Section title="様式番号と公印">
        <p>様式番号は、通知書の左上に印字されます。決まりがないときは空欄にします。</p>
        {NUMBERED_LETTERS.map((letter) => (
          <TextField
            key={letter}
            name={`letters[${letter}][formLabel]`}
            label={`${LETTER_TITLES[letter]}の様式番号`}
            size="medium"
            value={values.text(`letters.${letter}.formLabel`)}
          />
        ))}
        <Select
          name="letters[decision][seal]"
          label="公印"
          required
          value={values.text('letters.decision.seal')}
          options={SEAL_CHOICES}
        />
      </Section>
      <Section title="交付の条件">
        <p>交付決定通知書に、この順に印字されます。</p>
        <ProgramRows
          values={values}
          path="conditions"
          caption="交付の条件"
          coded={false}
          fields={[{ field: 'text', label: '条件', kind: 'long' }]}
        />
      </Section>
      <Section title="通知書の文" id="letter-words">
        <p>
          直して保存すると、この制度だけの文になります。直さなければ、共通の文で印字されます。題名、宛先、日付、差出人、担当課の欄は、ここに書かなくても印字されます。
        </p>
        {UNTIL_PAYMENT.map((letter) => (
          <LetterWording key={letter} letter={letter} {...props} />
        ))}
      </Section>
      <Section title="決定のあとの通知書の文">
        {AFTER_DECISION.filter((letter) => letter !== 'determination' || props.document.report).map((letter) => (
          <LetterWording key={letter} letter={letter} {...props} />
        ))}
      </Section>
      <Section title="返還と財産処分の通知書の文">
        <p>様式番号は「返還」と「書類の保存と備品」のページで決めます。納付の用紙は自動で付きます。</p>
        {MONEY_BACK.map((letter) => (
          <LetterWording key={letter} letter={letter} {...props} />
        ))}
      </Section>
    </>
  );
}

const ownWording = (values: FormValues, letter: LetterName): string => values.text(`letters.${letter}.wording`);

/** The words of one letter; what stands for everyone is where they begin. */
function LetterWording({ letter, values, document, wordings, sampleOf }: LettersProps & { letter: LetterName }) {
  const { standing, words } = wordings[letter];
  const title = LETTER_TITLES[letter];
  const isOwn = letterOf(document, letter).wording !== null;
  return (
    <Details summary={`${title}の文（${isOwn ? 'この制度だけの文' : '共通の文'}）`} open={values.typed || isOwn}>
      <TextArea
        name={`letters[${letter}][wording]`}
        label={`${title}の文`}
        hint="二重の波かっこで囲んだところに、申請ごとの言葉が入ります。波かっこと、その中は消さずに、前後の文を直してください。"
        rows={16}
        value={ownWording(values, letter) || standing}
      />
      <Details summary={`${title}に使える言葉`}>
        <DataTable
          caption={`${title}に使える言葉`}
          captionHidden
          rows={words}
          empty="使える言葉はありません。"
          columns={[
            { label: '入るもの', cell: ({ meaning, needed }) => (needed ? `${meaning}（必ず入れる）` : meaning) },
            { label: '書き方', cell: ({ write }) => write },
          ]}
        />
      </Details>
      <ButtonRow>
        <Button kind="secondary" name="act" value="stay">
          保存して続ける
        </Button>
        <Button kind="quiet" name="act" value={restoreAct(letter)}>
          {`${title}をもとの文に戻す`}
        </Button>
      </ButtonRow>
      <p>
        <a href={sampleOf(letter)}>{`${title}の見本（PDF）を見る`}</a>　見本は、最後に保存した文で作ります。
      </p>
    </Details>
  );
}
