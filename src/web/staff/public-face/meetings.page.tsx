import {
  LONGEST_MEETING_BODY,
  LONGEST_MEETING_TITLE,
  type Meeting,
  type MeetingView,
  type TypedMeeting,
} from '../../../records/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  DateField,
  Form,
  TextArea,
  TextField,
  type Viewer,
} from '../../shared/index.js';
import { MeetingRecord, type EnclosureAddresses } from '../../shared/meeting-record.js';
import { StaleComparison } from '../../shared/stale-comparison.js';
import { PlainText, PLAIN_TEXT_HINT } from '../../shared/text-blocks.js';
import { Preview } from './preview.js';
import { PublicationBar } from './publication-bar.js';
import { meetingPath, seriesPath } from './records-paths.js';

export const staffAddresses = (viewer: Viewer, meetingId: string): EnclosureAddresses => ({
  photo: (id, size) => viewer.url(`${meetingPath(meetingId)}/photos/${id}/${size}`),
  file: (id) => viewer.url(`${meetingPath(meetingId)}/files/${id}`),
});

interface MeetingPageProps {
  readonly viewer: Viewer;
  readonly view: MeetingView;
  readonly mayWrite: boolean;
  readonly reason: string | null;
}

/** One meeting as residents see it, with what can be done about it. */
export function MeetingPage({ viewer, view, mayWrite, reason }: MeetingPageProps) {
  const { meeting, series, photos, files, previous, next } = view;
  const at = meetingPath(meeting.id);
  const isSeen = meeting.state === 'published' && series.state === 'published';
  return (
    <>
      <PublicationBar
        action={viewer.url(`${at}/publication`)}
        publication={meeting}
        what="記録"
        mayWrite={mayWrite}
        reason={reason}
      >
        {meeting.state === 'published' && !isSeen && (
          <span>　この会がまだ公開されていないため、住民には見えません。</span>
        )}
      </PublicationBar>
      {mayWrite && (
        <ButtonRow>
          <ButtonLink kind="secondary" href={viewer.url(`${at}/edit`)}>
            文章を直す
          </ButtonLink>
          <ButtonLink kind="secondary" href={viewer.url(`${at}/enclosures`)}>
            {`写真と資料（写真${String(photos.length)}枚・資料${String(files.length)}件）`}
          </ButtonLink>
        </ButtonRow>
      )}
      <Preview title="住民が見るページ">
        <p class="preview-heading">{titleOf(series.title, meeting)}</p>
        <MeetingRecord view={view} addresses={staffAddresses(viewer, meeting.id)} />
      </Preview>
      <nav class="neighbours" aria-label="前後の記録">
        <ul>
          {previous && (
            <li>
              <a href={viewer.url(meetingPath(previous.id))}>前の回：第{previous.number}回</a>
            </li>
          )}
          {next && (
            <li>
              <a href={viewer.url(meetingPath(next.id))}>次の回：第{next.number}回</a>
            </li>
          )}
          <li>
            <a href={viewer.url(seriesPath(series.id))}>会の記録の一覧に戻る</a>
          </li>
          {isSeen && (
            <li>
              <a href={viewer.url(`records/${String(series.number)}/${String(meeting.number)}`)}>
                公開されているページを見る
              </a>
            </li>
          )}
        </ul>
      </nav>
    </>
  );
}

const titleOf = (series: string, { number, title }: Pick<Meeting, 'number' | 'title'>): string =>
  `${series}　第${String(number)}回${title && `　${title}`}`;

interface MeetingFormProps {
  readonly seriesTitle: string;
  readonly action: string;
  readonly back: string;
  readonly typed: TypedMeeting;
  /** null for a new one. */
  readonly version: number | null;
  readonly requestId: string;
  readonly state: Meeting['state'];
  readonly saved: TypedMeeting | null;
  /** What is typed, as it would be seen; null where it was not asked for. */
  readonly preview: Pick<Meeting, 'number' | 'title' | 'body'> | null;
}

const LABEL: Readonly<Record<keyof TypedMeeting, string>> = {
  number: '第何回',
  heldOn: '開催日',
  title: '題',
  body: '行ったこと',
};

/** The words of a meeting, new or reworded; photographs and files have a page of their own. */
export function MeetingFormPage(props: MeetingFormProps) {
  const { seriesTitle, action, back, typed, version, requestId, state, saved, preview } = props;
  const fields = Object.keys(LABEL) as (keyof TypedMeeting)[];
  return (
    <>
      {saved && (
        <StaleComparison
          rows={fields.map((field) => ({ label: LABEL[field], kept: saved[field], typed: typed[field] }))}
        />
      )}
      {preview && (
        <Preview title="公開したときの見え方（まだ保存していません）">
          <p class="preview-heading">{titleOf(seriesTitle, preview)}</p>
          <PlainText text={preview.body} level={2} />
        </Preview>
      )}
      <Form action={action} {...(version === null ? { once: requestId || true } : { version })}>
        <TextField
          name="number"
          label={LABEL.number}
          hint="記録はこの順に並び、ページの番地にも使います。"
          required
          size="short"
          suffix="回"
          inputMode="numeric"
          value={typed.number}
        />
        <DateField name="heldOn" label={LABEL.heldOn} required value={typed.heldOn} />
        <TextField
          name="title"
          label={LABEL.title}
          hint="例：企画提案を読み合わせる"
          most={LONGEST_MEETING_TITLE}
          value={typed.title}
        />
        <TextArea
          name="body"
          label={LABEL.body}
          hint={PLAIN_TEXT_HINT}
          required
          rows={12}
          most={LONGEST_MEETING_BODY}
          value={typed.body}
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
