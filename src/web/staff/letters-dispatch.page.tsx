import { DISPATCH_WAY_LABELS, DISPATCH_WAYS, type IssuedLetter } from '../../notices/index.js';
import { Button, ButtonRow, DataTable, DateField, Day, Form, Radios, type Viewer } from '../shared/index.js';
import { RowChoice } from '../shared/payment-words.js';
import { tickedIn } from '../shared/typed-choice.js';

export interface TypedDispatch {
  readonly letterIds?: unknown;
  readonly on?: unknown;
  readonly how?: unknown;
}

interface DispatchProps {
  readonly viewer: Viewer;
  readonly letters: readonly IssuedLetter[];
  readonly typed: TypedDispatch;
  readonly today: string;
  readonly mayAct: boolean;
}

/** Letters on paper: print, seal, post, and record when and how they left (発送簿). */
export function LettersDispatchPage({ viewer, letters, typed, today, mayAct }: DispatchProps) {
  const chosen = tickedIn(
    typed,
    'letterIds',
    letters.map(({ id }) => id),
  );
  const table = (
    <DataTable
      caption="印刷して送る通知書"
      captionHidden
      cards
      empty={{
        title: '印刷して送る通知書はありません。',
        body: <p>電子での交付に同意していない団体あての通知書を施行すると、ここに並びます。</p>,
      }}
      rows={letters.map((letter, index) => ({ letter, index }))}
      columns={[
        {
          label: '文書番号',
          tight: true,
          cell: ({ letter, index }) =>
            mayAct ? (
              <RowChoice
                name="letterIds"
                index={index}
                value={letter.id}
                checked={chosen.includes(letter.id)}
                label={letter.number ?? letter.title}
              />
            ) : (
              (letter.number ?? letter.title)
            ),
        },
        { label: '宛先', cell: ({ letter }) => letter.addressee },
        { label: '件名', cell: ({ letter }) => letter.title },
        { label: '施行日', tight: true, cell: ({ letter }) => <Day date={letter.issuedOn} /> },
        {
          label: '印刷',
          tight: true,
          cell: ({ letter }) => (
            <a href={viewer.url(`staff/letters/${letter.id}/pdf`)} aria-label={`${letter.addressee}あてのPDFを開く`}>
              PDFを開く
            </a>
          ),
        },
      ]}
    />
  );
  if (!mayAct || letters.length === 0) return table;
  return (
    <Form action={viewer.url('staff/letters/dispatch')} label="発送の記録">
      <p>PDFを印刷し、公印の欄に押印して送ったら、送った日と方法を記録してください。</p>
      {table}
      <DateField name="on" label="発送日" required value={typeof typed.on === 'string' ? typed.on : today} />
      <Radios
        name="how"
        label="送った方法"
        required
        inline
        value={typeof typed.how === 'string' ? typed.how : 'post'}
        options={DISPATCH_WAYS.map((value) => ({ value, label: DISPATCH_WAY_LABELS[value] }))}
      />
      <ButtonRow>
        <Button>選んだ通知書の発送を記録する</Button>
      </ButtonRow>
    </Form>
  );
}
