import { formatEra, type LocalDate } from '../../../kernel/local-date.js';
import {
  LONGEST_BODY,
  LONGEST_TITLE,
  standingOf,
  type Bulletin,
  type BulletinStanding,
  type TypedBulletin,
} from '../../../records/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  DataTable,
  DateField,
  Day,
  Form,
  StatusTag,
  TextArea,
  TextField,
  type Tone,
  type Viewer,
} from '../../shared/index.js';
import { Pages, type PartOfRows } from '../../shared/pages-of-rows.js';
import { StaleComparison } from '../../shared/stale-comparison.js';
import { PlainText, PLAIN_TEXT_HINT } from '../../shared/text-blocks.js';
import { Preview } from './preview.js';
import { PublicationBar } from './publication-bar.js';

const STANDING: Readonly<Record<BulletinStanding, { label: string; tone: Tone }>> = {
  draft: { label: '下書き', tone: 'neutral' },
  'to-come': { label: '掲載前', tone: 'info' },
  published: { label: '掲載中', tone: 'success' },
  over: { label: '掲載終了', tone: 'neutral' },
  'taken-down': { label: '取り下げ済み', tone: 'warning' },
};

const Standing = ({ bulletin, today }: { bulletin: Bulletin; today: LocalDate }) => {
  const { label, tone } = STANDING[standingOf(bulletin, today)];
  return <StatusTag tone={tone}>{label}</StatusTag>;
};

const daysShown = ({ shownFrom, shownUntil }: Bulletin): string =>
  `${formatEra(shownFrom)}から${shownUntil ? `${formatEra(shownUntil)}まで` : ''}`;

interface BulletinListProps {
  readonly viewer: Viewer;
  readonly bulletins: readonly Bulletin[];
  readonly part: PartOfRows;
  readonly total: number;
  readonly today: LocalDate;
  readonly mayWrite: boolean;
}

/** Every お知らせ with where it stands. */
export const BulletinListPage = ({ viewer, bulletins, part, total, today, mayWrite }: BulletinListProps) => (
  <>
    {mayWrite && (
      <ButtonRow>
        <ButtonLink href={viewer.url('staff/public-face/bulletins/new')}>お知らせを書く</ButtonLink>
      </ButtonRow>
    )}
    <DataTable
      caption="お知らせ"
      captionHidden
      keyboard
      cards
      empty={{ title: 'お知らせはまだありません。', body: <p>「お知らせを書く」から、最初の1件を書けます。</p> }}
      rows={bulletins}
      columns={[
        { label: '日付', tight: true, cell: ({ day }) => <Day date={day} /> },
        {
          label: '見出し',
          heading: true,
          cell: ({ id, title }) => <a href={viewer.url(`staff/public-face/bulletins/${id}`)}>{title}</a>,
        },
        { label: '掲載期間', cell: daysShown },
        { label: '状態', tight: true, cell: (bulletin) => <Standing bulletin={bulletin} today={today} /> },
      ]}
    />
    <Pages viewer={viewer} path="staff/public-face/bulletins" part={part} total={total} />
  </>
);

interface BulletinPageProps {
  readonly viewer: Viewer;
  readonly bulletin: Bulletin;
  readonly today: LocalDate;
  readonly mayWrite: boolean;
  readonly reason: string | null;
}

/** One お知らせ as residents see it, with what can be done about it. */
export function BulletinPage({ viewer, bulletin, today, mayWrite, reason }: BulletinPageProps) {
  const at = `staff/public-face/bulletins/${bulletin.id}`;
  const standing = standingOf(bulletin, today);
  return (
    <>
      <PublicationBar
        action={viewer.url(`${at}/publication`)}
        publication={bulletin}
        what="お知らせ"
        mayWrite={mayWrite}
        reason={reason}
      >
        {bulletin.state === 'published' && standing !== 'published' && <Standing bulletin={bulletin} today={today} />}
        <span>　掲載期間：{daysShown(bulletin)}</span>
      </PublicationBar>
      <Preview title="住民が見るページ">
        <BulletinText bulletin={bulletin} />
      </Preview>
      <ButtonRow>
        {mayWrite && (
          <ButtonLink kind="secondary" href={viewer.url(`${at}/edit`)}>
            書き直す
          </ButtonLink>
        )}
        {standing === 'published' && (
          <ButtonLink kind="quiet" href={viewer.url(`bulletins/${bulletin.id}`)}>
            公開されているページを見る
          </ButtonLink>
        )}
      </ButtonRow>
    </>
  );
}

const BulletinText = ({ bulletin }: { bulletin: Pick<Bulletin, 'title' | 'day' | 'body'> }) => (
  <>
    <p class="preview-heading">{bulletin.title}</p>
    <p class="hint">{formatEra(bulletin.day)}</p>
    <PlainText text={bulletin.body} level={2} />
  </>
);

interface BulletinFormProps {
  readonly viewer: Viewer;
  readonly action: string;
  readonly back: string;
  readonly typed: TypedBulletin;
  /** null for a new one. */
  readonly version: number | null;
  readonly requestId: string;
  readonly state: Bulletin['state'];
  /** What somebody else saved since the page was opened. */
  readonly saved: TypedBulletin | null;
  /** What is typed, as it would be seen; null where it was not asked for. */
  readonly preview: Pick<Bulletin, 'title' | 'day' | 'body'> | null;
}

const LABEL: Readonly<Record<keyof TypedBulletin, string>> = {
  title: '見出し',
  day: '日付',
  body: '本文',
  shownFrom: '掲載を始める日',
  shownUntil: '掲載を終える日',
};

/** The fields of an お知らせ, new or rewritten. */
export function BulletinFormPage(props: BulletinFormProps) {
  const { action, back, typed, version, requestId, state, saved, preview } = props;
  const fields = Object.keys(LABEL) as (keyof TypedBulletin)[];
  return (
    <>
      {saved && (
        <StaleComparison
          rows={fields.map((field) => ({ label: LABEL[field], kept: saved[field], typed: typed[field] }))}
        />
      )}
      {preview && (
        <Preview title="公開したときの見え方（まだ保存していません）">
          <BulletinText bulletin={preview} />
        </Preview>
      )}
      <Form action={action} {...(version === null ? { once: requestId || true } : { version })}>
        <TextField name="title" label={LABEL.title} required most={LONGEST_TITLE} value={typed.title} />
        <DateField name="day" label={LABEL.day} required value={typed.day} />
        <TextArea
          name="body"
          label={LABEL.body}
          hint={PLAIN_TEXT_HINT}
          required
          rows={12}
          most={LONGEST_BODY}
          value={typed.body}
        />
        <DateField
          name="shownFrom"
          label={LABEL.shownFrom}
          hint="空欄のときは、上の日付から載せます。先の日を書くと、その日になってから載ります。"
          value={typed.shownFrom}
        />
        <DateField
          name="shownUntil"
          label={LABEL.shownUntil}
          hint="この日まで載せます。空欄のときは、取り下げるまで載せます。"
          value={typed.shownUntil}
        />
        <ButtonRow>
          <Button>{state === 'published' ? '保存して公開に反映する' : '下書きを保存する'}</Button>
          <Button kind="secondary" name="act" value="preview">
            保存せずに見え方を確かめる
          </Button>
          <ButtonLink kind="quiet" href={back}>
            保存せずに戻る
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  );
}
