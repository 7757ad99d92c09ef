import { DISPATCH_WAY_LABELS, type LetterPage } from '../../notices/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  CheckAnswers,
  Day,
  Details,
  FileSize,
  Form,
  Moment,
  Notice,
  Section,
  TextArea,
  type Answer,
  type Viewer,
} from '../shared/index.js';
import { DELIVERY_LABEL, LetterStateTag, LetterText } from '../shared/letter-words.js';

interface StaffLetterProps {
  readonly viewer: Viewer;
  readonly letter: LetterPage;
  /** The reason for making it void, as typed before a refusal. */
  readonly reason: string;
  readonly mayAct: boolean;
}

export function StaffLetterPage(props: StaffLetterProps) {
  const { viewer, letter, mayAct } = props;
  const { view } = letter;
  const here = viewer.url(`staff/letters/${view.id}`);
  const delivered = view.openedAt !== null || view.dispatchedOn !== null;
  return (
    <>
      {view.state === 'void' && (
        <Notice tone="warning" title="この文書番号は欠番です。">
          {view.voidReason}
        </Notice>
      )}
      {view.state === 'failed' && (
        <Notice tone="danger" title="この文書は作成できませんでした。">
          <p>{view.failure}</p>
          {mayAct && (
            <Form action={`${here}/redraw`}>
              <Button kind="secondary">もう一度作成する</Button>
            </Form>
          )}
        </Notice>
      )}
      <CheckAnswers answers={answersOf(letter)} />
      {view.sha256 && (
        <ButtonRow>
          <ButtonLink href={`${here}/pdf`}>PDFを開く</ButtonLink>
        </ButtonRow>
      )}
      <Section title="文面">
        <LetterText view={view} />
      </Section>
      {mayAct && view.number !== null && view.state !== 'void' && !delivered && <VoidForm {...props} />}
    </>
  );
}

const answersOf = ({ view, section }: LetterPage): Answer[] => [
  { label: '件名', value: view.title },
  { label: '宛先', value: view.addressee },
  { label: '担当課', value: section.name },
  { label: '状態', value: <LetterStateTag letter={view} /> },
  { label: '施行日', value: <Day date={view.issuedOn} /> },
  { label: '施行した人', value: view.issuedBy },
  { label: '交付の方法', value: DELIVERY_LABEL[view.delivery] },
  ...(view.delivery === 'electronic'
    ? [{ label: '初めて開かれた日時', value: <Moment at={view.openedAt} /> }]
    : [
        { label: '発送日', value: <Day date={view.dispatchedOn} /> },
        ...(view.dispatchedHow ? [{ label: '送った方法', value: DISPATCH_WAY_LABELS[view.dispatchedHow] }] : []),
      ]),
  ...(view.sha256 && view.size !== null
    ? [
        { label: 'PDFの大きさ', value: <FileSize bytes={view.size} /> },
        { label: 'SHA-256', value: <code class="hash">{view.sha256}</code> },
      ]
    : []),
];

/** Asks once, and says what will happen. */
function VoidForm({ viewer, letter: { view }, reason }: StaffLetterProps) {
  return (
    <Details summary="この文書番号を欠番にする" open={reason !== ''}>
      <p>番号は台帳に欠番として残り、ほかの文書には使われません。通知書は、新しい番号でもう一度施行できます。</p>
      <Form action={viewer.url(`staff/letters/${view.id}/void`)}>
        <TextArea name="reason" label="欠番にする理由" required rows={2} value={reason} />
        <ButtonRow>
          <Button kind="danger">欠番にする</Button>
        </ButtonRow>
      </Form>
    </Details>
  );
}
