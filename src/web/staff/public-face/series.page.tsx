import {
  daysInWords,
  LONGEST_LEAD,
  LONGEST_SERIES_TITLE,
  type SeriesContent,
  type SeriesWithMeetings,
} from '../../../records/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  DataTable,
  Day,
  Form,
  Section,
  TextArea,
  TextField,
  type Viewer,
} from '../../shared/index.js';
import { StaleComparison } from '../../shared/stale-comparison.js';
import { PlainText, PLAIN_TEXT_HINT } from '../../shared/text-blocks.js';
import { OrderButtons } from './order-buttons.js';
import { Preview } from './preview.js';
import { PublicationBar, StateTag } from './publication-bar.js';
import { meetingPath, RECORDS, seriesPath } from './records-paths.js';

const publicOf = ({ meetings }: SeriesWithMeetings): number =>
  meetings.filter(({ state }) => state === 'published').length;

interface SeriesListProps {
  readonly viewer: Viewer;
  readonly records: readonly SeriesWithMeetings[];
  readonly mayWrite: boolean;
}

/** The series in the order in which residents see them. */
export const SeriesListPage = ({ viewer, records, mayWrite }: SeriesListProps) => (
  <>
    {mayWrite && (
      <ButtonRow>
        <ButtonLink href={viewer.url(`${RECORDS}/new`)}>会を作る</ButtonLink>
      </ButtonRow>
    )}
    <DataTable
      caption="会の一覧"
      captionHidden
      cards
      empty={{
        title: '取り組みの記録はまだありません。',
        body: <p>「会を作る」で、勉強会や研修会の名前を決めます。続けて、開いた回ごとに記録を書きます。</p>,
      }}
      rows={records}
      columns={[
        {
          label: '会',
          cell: ({ series }) => <a href={viewer.url(seriesPath(series.id))}>{series.title}</a>,
        },
        {
          label: '記録',
          cell: (each) =>
            each.meetings.length === 0
              ? 'まだありません'
              : `${String(each.meetings.length)}回（うち公開中 ${String(publicOf(each))}回）`,
        },
        { label: '期間', cell: ({ meetings }) => daysInWords(meetings.map(({ heldOn }) => heldOn)) },
        { label: '状態', tight: true, cell: ({ series }) => <StateTag state={series.state} /> },
        ...(mayWrite && records.length > 1
          ? [
              {
                label: '順番',
                tight: true,
                cell: ({ series }: SeriesWithMeetings) => (
                  <Form action={viewer.url(`${seriesPath(series.id)}/order`)} label={`${series.title}の順番`}>
                    <OrderButtons
                      what={series.title}
                      value={(direction) => direction}
                      isFirst={records[0]?.series.id === series.id}
                      isLast={records.at(-1)?.series.id === series.id}
                    />
                  </Form>
                ),
              },
            ]
          : []),
      ]}
    />
  </>
);

interface SeriesPageProps {
  readonly viewer: Viewer;
  readonly view: SeriesWithMeetings;
  readonly mayWrite: boolean;
  readonly reason: string | null;
}

/** One series with its meetings, whatever their state. */
export function SeriesPage({ viewer, view, mayWrite, reason }: SeriesPageProps) {
  const { series, meetings } = view;
  const at = seriesPath(series.id);
  return (
    <>
      <PublicationBar
        action={viewer.url(`${at}/publication`)}
        publication={series}
        what="会"
        mayWrite={mayWrite}
        reason={reason}
      >
        <span>　会が公開中の間だけ、公開した回の記録が住民に見えます。</span>
      </PublicationBar>
      <Section title="会の説明">
        {series.lead ? <PlainText text={series.lead} level={3} /> : <p class="hint">説明はまだありません。</p>}
        <ButtonRow>
          {mayWrite && (
            <ButtonLink kind="secondary" href={viewer.url(`${at}/edit`)}>
              名前と説明を直す
            </ButtonLink>
          )}
          {series.state === 'published' && (
            <ButtonLink kind="quiet" href={viewer.url(`records/${String(series.number)}`)}>
              公開されているページを見る
            </ButtonLink>
          )}
        </ButtonRow>
      </Section>
      <Section title={meetings.length === 0 ? '記録' : `記録（${String(meetings.length)}回）`}>
        {mayWrite && (
          <ButtonRow>
            <ButtonLink href={viewer.url(`${at}/meetings/new`)}>記録を書く</ButtonLink>
          </ButtonRow>
        )}
        <DataTable
          caption="開催の記録"
          captionHidden
          keyboard
          cards
          empty={{ title: '記録はまだありません。', body: <p>「記録を書く」から、最初の回を書けます。</p> }}
          rows={meetings}
          columns={[
            {
              label: '回',
              tight: true,
              cell: ({ id, number }) => <a href={viewer.url(meetingPath(id))}>{`第${String(number)}回`}</a>,
            },
            { label: '開催日', tight: true, cell: ({ heldOn }) => <Day date={heldOn} /> },
            { label: '題', cell: ({ title }) => title || '（なし）' },
            { label: '写真', tight: true, align: 'end', cell: ({ photos }) => `${String(photos.length)}枚` },
            { label: '状態', tight: true, cell: ({ state }) => <StateTag state={state} /> },
          ]}
        />
      </Section>
    </>
  );
}

interface SeriesFormProps {
  readonly action: string;
  readonly back: string;
  readonly typed: SeriesContent;
  /** null for a new one. */
  readonly version: number | null;
  readonly requestId: string;
  readonly saved: SeriesContent | null;
  readonly previewed: boolean;
}

/** The fields of a series, new or reworded. */
export const SeriesFormPage = ({ action, back, typed, version, requestId, saved, previewed }: SeriesFormProps) => (
  <>
    {saved && (
      <StaleComparison
        rows={[
          { label: '会の名前', kept: saved.title, typed: typed.title },
          { label: '説明', kept: saved.lead, typed: typed.lead },
        ]}
      />
    )}
    {previewed && (
      <Preview title="公開したときの見え方（まだ保存していません）">
        <p class="preview-heading">{typed.title}</p>
        <PlainText text={typed.lead} level={2} />
      </Preview>
    )}
    <Form action={action} {...(version === null ? { once: requestId || true } : { version })}>
      <TextField
        name="title"
        label="会の名前"
        hint="例：協働のまちづくり勉強会"
        required
        most={LONGEST_SERIES_TITLE}
        value={typed.title}
      />
      <TextArea
        name="lead"
        label="説明"
        hint={`何のための会か、誰が参加したかを書きます。${PLAIN_TEXT_HINT}`}
        rows={5}
        most={LONGEST_LEAD}
        value={typed.lead}
      />
      <ButtonRow>
        <Button>保存する</Button>
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
