import type { DraftLine, ListedDraft, OwedLine, WaitingDrafts } from '../../approvals/index.js';
import type { ComponentChildren } from 'preact';
import { RowChoice } from '../shared/payment-words.js';
import { actLabel, hasAmount } from '../../staff/index.js';
import {
  Button,
  ButtonRow,
  DataTable,
  Day,
  Form,
  Money,
  Section,
  StatusTag,
  SubNavigation,
  type Column,
  type Viewer,
} from '../shared/index.js';
import { draftUrl } from './draft-view.js';
import { DRAFT_STATE, waitingDays } from './draft-words.js';

/** What waits for me, and what was sent back to me. */
export function ApprovalsPage({ viewer, waiting, now }: { viewer: Viewer; waiting: WaitingDrafts; now: Date }) {
  const since: Column<DraftLine> = {
    label: '待ち',
    tight: true,
    cell: ({ waitingSince }) => waitingDays(waitingSince, now),
  };
  const [title, ...columns] = lineColumns(viewer);
  const chosen: Column<DraftLine> = {
    label: 'まとめて承認',
    tight: true,
    cell: (draft) => (
      <RowChoice
        name="drafts"
        index={waiting.toApprove.indexOf(draft)}
        value={[draft.id, String(draft.position), draft.fingerprint].join('/')}
        checked={false}
        label={`${draft.number}を選ぶ`}
        labelHidden
      />
    ),
  };
  return (
    <>
      <DraftsNavigation viewer={viewer} here="waiting" />
      {waiting.returnedToMe.length > 0 && (
        <Section title="差し戻された起案">
          <DataTable
            caption="あなたの起案で、差し戻されているもの"
            captionHidden
            cards
            rows={waiting.returnedToMe}
            columns={[title, since, ...columns]}
            empty="差し戻された起案はありません。"
          />
        </Section>
      )}
      {waiting.owed.length > 0 && (
        <Section title={`あなたの返事を待っている起案（${String(waiting.owed.length)}件）`}>
          <DataTable
            caption="質問への回答、追加書類の確認、後閲、供覧を待っている起案"
            captionHidden
            cards
            rows={waiting.owed}
            columns={[
              owedTitle(viewer),
              { label: 'すること', tight: true, cell: ({ owes }) => OWED_WORD[owes] },
              ...columns,
            ]}
            empty="返事を待っている起案はありません。"
          />
        </Section>
      )}
      {waiting.toDeputise.length > 0 && (
        <Section title={`代決できる起案（${String(waiting.toDeputise.length)}件）`}>
          <DataTable
            caption="不在または空席の職に代わって決裁できる起案"
            captionHidden
            cards
            rows={waiting.toDeputise}
            columns={[title, since, ...columns]}
            empty="代決できる起案はありません。"
          />
        </Section>
      )}
      <Section title={`決裁を待っている起案（${String(waiting.toApprove.length)}件）`}>
        <BatchForm viewer={viewer} some={waiting.toApprove.length > 1}>
          <DataTable
            caption="あなたの決裁を待っている起案。長く待っているものから順に並んでいます。"
            captionHidden
            keyboard
            cards
            rows={waiting.toApprove}
            columns={[title, since, ...columns, ...(waiting.toApprove.length > 1 ? [chosen] : [])]}
            empty={{
              title: 'あなたの決裁を待っている起案はありません。',
              body: <p>新しい起案が届くと、長く待っているものから順にここに並びます。</p>,
            }}
          />
        </BatchForm>
      </Section>
    </>
  );
}

/** Several drafts approved as the list shows them; each is answered for itself. */
function BatchForm({ viewer, some, children }: { viewer: Viewer; some: boolean; children: ComponentChildren }) {
  if (!some) return <>{children}</>;
  return (
    <Form action={viewer.url('staff/approvals/batch')} label="まとめて承認する">
      {children}
      <ButtonRow>
        <Button kind="secondary">選んだ起案をまとめて承認する</Button>
      </ButtonRow>
      <p class="hint">一覧に出ている内容のまま承認します。承認できないものは、理由を添えて残します。</p>
    </Form>
  );
}

const OWED_WORD: Readonly<Record<OwedLine['owes'], string>> = {
  answer: '質問に答える',
  acknowledge: '追加書類を確認する',
  review: '後閲する',
  read: '供覧を読む',
};

const owedTitle = (viewer: Viewer): Column<OwedLine> => lineColumns(viewer)[0];

interface DraftsPageProps {
  readonly viewer: Viewer;
  readonly drafts: readonly ListedDraft[];
  readonly newer: string | null;
  readonly older: string | null;
}

/** 起案簿: every draft of the town, newest first. */
export function DraftsPage({ viewer, drafts, newer, older }: DraftsPageProps) {
  const [title, ...columns] = lineColumns(viewer);
  const state: Column<DraftLine> = {
    label: '状態',
    tight: true,
    cell: (draft) => <StatusTag tone={DRAFT_STATE[draft.state].tone}>{DRAFT_STATE[draft.state].label}</StatusTag>,
  };
  const waiting: Column<DraftLine> = { label: 'いまの番', cell: ({ waitingPost }) => waitingPost ?? '' };
  const decided: Column<DraftLine> = {
    label: '決裁日',
    tight: true,
    cell: ({ decidedOn }) => <Day date={decidedOn} />,
  };
  return (
    <>
      <DraftsNavigation viewer={viewer} here="all" />
      <DataTable
        caption="起案簿"
        captionHidden
        keyboard
        cards
        rows={drafts}
        columns={[title, state, waiting, ...columns, decided]}
        empty={{
          title: '起案はまだありません。',
          body: <p>審査を終えた案件を起案すると、ここに並びます。</p>,
        }}
      />
      {(newer ?? older) && (
        <nav class="button-row" aria-label="ページの移動">
          {newer && <a href={newer}>新しい起案</a>}
          {older && <a href={older}>古い起案</a>}
        </nav>
      )}
    </>
  );
}

function DraftsNavigation({ viewer, here }: { viewer: Viewer; here: 'waiting' | 'all' }) {
  return (
    <SubNavigation
      label="起案と決裁"
      items={[
        { label: 'あなたの番', href: viewer.url('staff/approvals'), current: here === 'waiting' },
        { label: '起案簿', href: viewer.url('staff/drafts'), current: here === 'all' },
        { label: '不在と利害関係', href: viewer.url('staff/declarations') },
      ]}
    />
  );
}

function lineColumns(viewer: Viewer): [Column<DraftLine & { opens?: boolean }>, ...Column<DraftLine>[]] {
  return [
    {
      label: '件名',
      cell: (draft) => (
        <>
          {draft.opens === false ? draft.title : <a href={draftUrl(viewer, draft.id)}>{draft.title}</a>}
          <p class="hint">
            {draft.number}　{actLabel(draft.kind)}
            {draft.carried && '　持ち回り'}
          </p>
        </>
      ),
    },
    { label: '件数', align: 'end', tight: true, cell: ({ cases }) => `${String(cases)}件` },
    { label: '金額', align: 'end', tight: true, cell: ({ kind, total }) => hasAmount(kind) && <Money yen={total} /> },
    { label: '起案者', tight: true, cell: ({ drafterName }) => drafterName },
    { label: '起案日', tight: true, cell: ({ draftedOn }) => <Day date={draftedOn} /> },
  ];
}
