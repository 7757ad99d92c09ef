import type { AuditRecord } from '../../platform/audit/index.js';
import {
  Button,
  ButtonRow,
  DataTable,
  Details,
  Form,
  Moment,
  Select,
  TextField,
  type Viewer,
} from '../shared/index.js';
import { detailInWords } from './audit-detail.js';
import { ACTION_LABEL, actionLabel, actorLabel, subjectLabel } from './audit-words.js';

export interface AuditQuery {
  readonly action: string;
  readonly actor: string;
  readonly subject: string;
}

interface AuditPageProps {
  readonly viewer: Viewer;
  readonly entries: readonly AuditRecord[];
  readonly asked: AuditQuery;
  /** Id of the last entry shown when there are older ones. */
  readonly next: string | null;
}

export function AuditPage({ viewer, entries, asked, next }: AuditPageProps) {
  const isFiltered = Object.values(asked).some((value) => value !== '');
  return (
    <>
      <p>だれが、いつ、どの記録に何をしたかを、新しいものから並べます。記録は消すことも書き換えることもできません。</p>
      <Details summary="絞り込む" open={isFiltered}>
        <FilterForm viewer={viewer} asked={asked} />
      </Details>
      <DataTable
        caption="操作の記録"
        captionHidden
        cards
        empty={
          isFiltered
            ? { title: '条件に合う記録はありません。', body: <a href={viewer.url('admin/audit')}>条件を外す</a> }
            : '記録はまだありません。'
        }
        rows={entries}
        columns={[
          { label: '日時', tight: true, cell: ({ at }) => <Moment at={at} /> },
          {
            label: '人',
            tight: true,
            cell: ({ actorName }) => (
              <a href={filtered(viewer, asked, { actor: actorName })}>{actorLabel(actorName)}</a>
            ),
          },
          { label: '操作', heading: true, cell: ({ action }) => actionLabel(action) },
          { label: '対象', cell: (entry) => <Subject viewer={viewer} asked={asked} entry={entry} /> },
          { label: '内容', cell: ({ detail }) => <small>{detailInWords(detail)}</small> },
        ]}
      />
      {next !== null && (
        <p>
          <a href={filtered(viewer, asked, {}, next)}>さらに古い記録を見る</a>
        </p>
      )}
    </>
  );
}

function FilterForm({ viewer, asked }: { viewer: Viewer; asked: AuditQuery }) {
  const actions = [...ACTION_LABEL].map(([value, label]) => ({ value, label }));
  const unknown =
    asked.action !== '' && !ACTION_LABEL.has(asked.action) ? [{ value: asked.action, label: asked.action }] : [];
  return (
    <Form action={viewer.url('admin/audit')} method="get" label="記録の絞り込み">
      <Select name="action" label="操作" options={[...actions, ...unknown]} value={asked.action} prompt="すべて" />
      <TextField name="actor" label="人" hint="記録にあるとおりの氏名" value={asked.actor} size="medium" />
      <TextField
        name="subject"
        label="対象の番号"
        hint="一覧の「対象」から選ぶと入ります"
        value={asked.subject}
        size="long"
      />
      <ButtonRow>
        <Button kind="secondary">絞り込む</Button>
        <a href={viewer.url('admin/audit')}>条件を外す</a>
      </ButtonRow>
    </Form>
  );
}

function Subject({ viewer, asked, entry }: { viewer: Viewer; asked: AuditQuery; entry: AuditRecord }) {
  return (
    <>
      {subjectLabel(entry.subjectKind)}{' '}
      <a href={filtered(viewer, asked, { subject: entry.subjectId })}>
        <code>{entry.subjectId.slice(0, 8)}</code>
      </a>
    </>
  );
}

const filtered = (viewer: Viewer, asked: AuditQuery, change: Partial<AuditQuery>, before?: string): string => {
  const { action, actor, subject } = { ...asked, ...change };
  return viewer.url('admin/audit', {
    action: action || undefined,
    actor: actor || undefined,
    subject: subject || undefined,
    before,
  });
};
