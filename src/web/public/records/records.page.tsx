import { countCharacters } from '../../../kernel/text.js';
import { beginningOf } from '../../../kernel/text-blocks.js';
import { daysInWords, meetingTitle, type MeetingView, type SeriesWithMeetings } from '../../../records/index.js';
import { DataTable, Day, EmptyState, type Viewer } from '../../shared/index.js';
import { MeetingRecord, type EnclosureAddresses } from '../../shared/meeting-record.js';
import { PlainText } from '../../shared/text-blocks.js';

/** As much of a meeting as a row of the table holds. */
const SHOWN_IN_ROW = 160;
/** What is longer is read on its own page. */
const LONGEST_IN_ROW = 300;
const inRow = (body: string): string =>
  countCharacters(body) > LONGEST_IN_ROW ? beginningOf(body, SHOWN_IN_ROW) : body;
/** A few pictures say what kind of meetings these were. */
const SHOWN_PHOTOS = 3;

export const meetingPath = (series: number, meeting: number): string => `records/${String(series)}/${String(meeting)}`;

export const addressesOf = (viewer: Viewer, series: number, meeting: number): EnclosureAddresses => ({
  photo: (id, size) => viewer.url(`${meetingPath(series, meeting)}/photos/${id}/${size}`),
  file: (id) => viewer.url(`${meetingPath(series, meeting)}/files/${id}`),
});

/** Every series that is public. */
export function RecordsPage({ viewer, records }: { viewer: Viewer; records: readonly SeriesWithMeetings[] }) {
  if (records.length === 0) {
    return (
      <EmptyState title="公開している記録はまだありません。">
        <p>話し合いや研修の記録が公開されると、ここに載ります。</p>
      </EmptyState>
    );
  }
  return (
    <ul class="series-list">
      {records.map(({ series, meetings }) => (
        <li key={series.id}>
          <h2>
            <a href={viewer.url(`records/${String(series.number)}`)}>{series.title}</a>
          </h2>
          <p class="hint">
            {meetings.length === 0
              ? '公開している記録はまだありません。'
              : `${String(meetings.length)}回の記録　${daysInWords(meetings.map(({ heldOn }) => heldOn))}`}
          </p>
          {series.lead && <p>{beginningOf(series.lead, SHOWN_IN_ROW)}</p>}
        </li>
      ))}
    </ul>
  );
}

/** One series: its meetings from the first to the last, as on a sheet that one can print. */
export function SeriesPage({ viewer, view: { series, meetings } }: { viewer: Viewer; view: SeriesWithMeetings }) {
  const pictured = meetings.filter(({ photos }) => photos.length > 0).slice(0, SHOWN_PHOTOS);
  return (
    <>
      {series.lead && <PlainText text={series.lead} level={2} />}
      {pictured.length > 0 && (
        <ul class="photos series-photos">
          {pictured.map(({ id, number, photos: [photo] }) =>
            photo ? (
              <li key={id}>
                <a href={viewer.url(meetingPath(series.number, number))}>
                  <img
                    src={addressesOf(viewer, series.number, number).photo(photo.id, 'small')}
                    alt={`第${String(number)}回の写真：${photo.description}`}
                    width={photo.width}
                    height={photo.height}
                    loading="lazy"
                  />
                </a>
              </li>
            ) : null,
          )}
        </ul>
      )}
      <DataTable
        caption={`${series.title}の記録`}
        captionHidden
        cards
        empty={{ title: '公開している記録はまだありません。', body: <p>記録が公開されると、ここに載ります。</p> }}
        rows={meetings}
        columns={[
          {
            label: '回',
            tight: true,
            cell: ({ number }) => (
              <a href={viewer.url(meetingPath(series.number, number))}>{`第${String(number)}回`}</a>
            ),
          },
          { label: '開催日', tight: true, cell: ({ heldOn }) => <Day date={heldOn} /> },
          {
            label: '主な内容',
            cell: ({ title, body, photos }) => (
              <>
                {title && <strong class="meeting-title">{title}</strong>}
                <PlainText text={inRow(body)} />
                {photos.length > 0 && <p class="hint">写真{photos.length}枚</p>}
              </>
            ),
          },
        ]}
      />
    </>
  );
}

/** One meeting, with the ways to its neighbours. */
export function MeetingPage({ viewer, view }: { viewer: Viewer; view: MeetingView }) {
  const { series, meeting, previous, next } = view;
  return (
    <>
      <MeetingRecord view={view} addresses={addressesOf(viewer, series.number, meeting.number)} />
      <nav class="neighbours" aria-label="前後の記録">
        <ul>
          {previous && (
            <li>
              <a href={viewer.url(meetingPath(series.number, previous.number))}>前の記録：{meetingTitle(previous)}</a>
            </li>
          )}
          {next && (
            <li>
              <a href={viewer.url(meetingPath(series.number, next.number))}>次の記録：{meetingTitle(next)}</a>
            </li>
          )}
          <li>
            <a href={viewer.url(`records/${String(series.number)}`)}>{series.title}の一覧に戻る</a>
          </li>
        </ul>
      </nav>
    </>
  );
}
