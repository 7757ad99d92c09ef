import { awaitingAnswer, type DraftPage } from '../../approvals/index.js';
import { formatYen } from '../../kernel/yen.js';
import { Button, ButtonRow, DataTable, FileSize, Form, Notice, Prose, Section, type Viewer } from '../shared/index.js';
import { DraftFields } from './draft-fields.js';
import { AttachmentLink } from './draft-more-forms.js';
import { tickedIn, typedIn, type TypedAct } from './draft-typed.js';
import { DRAFT_STATE } from './draft-words.js';

/** What every reader must see before the cases: consultations that differed, open questions, the draft that is cited. */
export function Cautions({ viewer, view: { draft, cited } }: { viewer: Viewer; view: DraftPage }) {
  const differed = draft.acts.filter(({ kind, round }) => kind === 'differed' && round === draft.round);
  const questions = awaitingAnswer(draft);
  return (
    <>
      {cited && (
        <p>
          引用する起案：
          {cited.opens ? (
            <a href={viewer.url(`staff/approvals/${cited.id}`)}>
              {cited.number}　{cited.title}
            </a>
          ) : (
            `${cited.number}　${cited.title}`
          )}
          （{DRAFT_STATE[cited.state].label}）
        </p>
      )}
      {differed.map((act) => (
        <Notice tone="warning" title={`合議で意見が付いています：${act.postName} ${act.staffName}`} key={act.id}>
          <Prose text={act.comment} />
        </Notice>
      ))}
      {questions.map((act) => (
        <Notice tone="info" title={`${act.postName} ${act.staffName}さんの質問が回答を待っています`} key={act.id}>
          <Prose text={act.comment} />
        </Notice>
      ))}
    </>
  );
}

export function Papers({ viewer, view }: { viewer: Viewer; view: DraftPage }) {
  const { draft } = view;
  if (draft.attachments.length === 0) return null;
  return (
    <Section title="添付書類">
      <DataTable
        caption="添付書類。追加された順に並んでいます。"
        captionHidden
        cards
        empty="添付書類はありません。"
        rows={draft.attachments}
        columns={[
          {
            label: '書類',
            cell: (paper) => (
              <AttachmentLink view={view} at={viewer.url(`staff/approvals/${draft.id}`)} paper={paper} />
            ),
          },
          { label: '説明', cell: ({ actId }) => draft.acts.find(({ id }) => id === actId)?.comment ?? '' },
          { label: '大きさ', tight: true, cell: ({ size }) => <FileSize bytes={size} /> },
          { label: '照合番号', tight: true, cell: ({ sha256 }) => sha256.slice(0, 12) },
        ]}
      />
    </Section>
  );
}

interface HeldCasesProps {
  readonly viewer: Viewer;
  readonly view: DraftPage;
  readonly typed: TypedAct | undefined;
  readonly mayDraft: boolean;
}

/** Cases that left with their budget still reserved: they are drafted again from here, as they are. */
export function HeldCases({ viewer, view: { draft, held, heldItems }, typed, mayDraft }: HeldCasesProps) {
  if (heldItems.length === 0) return null;
  return (
    <Section title={`外した案件（${String(heldItems.length)}件）`}>
      <ul>
        {heldItems.map((item) => (
          <li key={item.id}>
            {item.title}　{formatYen(item.amount)}
            {held.includes(item) ? '　予算を押さえたまま保留しています。' : ''}
          </li>
        ))}
      </ul>
      {mayDraft && held.length > 0 && (
        <Form action={viewer.url(`staff/approvals/${draft.id}/held`)} label="保留した案件を起案する">
          <DraftFields
            title={typedIn(typed, 'held', 'title') ?? draft.title}
            reason={typedIn(typed, 'held', 'reason') ?? ''}
            marks={tickedIn(typed, 'held', 'marks') ?? draft.marks}
          />
          <ButtonRow>
            <Button kind="secondary">保留した案件を起案する</Button>
          </ButtonRow>
        </Form>
      )}
    </Section>
  );
}
