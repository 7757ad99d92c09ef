import {
  changesOf,
  newestOf,
  visitInWords,
  visitTitle,
  type VisitedSubject,
  type VisitNote,
  type VisitPhoto,
  type VisitSubjectRef,
  type VisitView,
} from '../../visits/index.js';
import {
  ButtonLink,
  ButtonRow,
  CheckAnswers,
  DataTable,
  EmptyState,
  Moment,
  Prose,
  Section,
  type Crumb,
  type Viewer,
} from '../shared/index.js';
import { mayBeOpened, ScanTag, VIEW } from '../shared/kept-files.js';

/** Where the case of a note is read. Every kind that a stage registers has its page here. */
const CASE_PAGES: Readonly<Record<string, { readonly list: string; readonly label: string; readonly path: string }>> = {
  application: { list: 'staff/queue', label: '案件', path: 'staff/applications' },
  proposal: { list: 'staff/proposals', label: '企画提案', path: 'staff/proposals/received' },
};

const caseList = (viewer: Viewer, { kind }: VisitSubjectRef): Crumb => {
  const { label, list } = CASE_PAGES[kind] ?? { label: '案件', list: 'staff/queue' };
  return { label, href: viewer.url(list) };
};

export const caseUrl = (viewer: Viewer, { kind, id }: VisitSubjectRef): string => {
  const { path } = CASE_PAGES[kind] ?? {};
  return viewer.url(path === undefined ? 'staff/queue' : `${path}/${id}`);
};

/** From the list over the case to the page itself. */
export const noteCrumbs = (
  viewer: Viewer,
  subject: VisitSubjectRef,
  { organizationName, title, party }: VisitedSubject,
  here: string,
): Crumb[] => [
  caseList(viewer, subject),
  { label: party === 'proposer' ? title : organizationName, href: caseUrl(viewer, subject) },
  { label: here },
];

interface VisitPageProps {
  readonly viewer: Viewer;
  readonly view: VisitView;
  readonly mayWrite: boolean;
}

/** One note: what it says now, its photographs, and how it was corrected. */
export function VisitPage({ viewer, view, mayWrite }: VisitPageProps) {
  const { note } = view;
  const newest = newestOf(note);
  const [first] = note.versions;
  return (
    <>
      <CheckAnswers
        answers={visitInWords(newest)
          .filter(({ label }) => label !== '写真')
          .map(({ label, value }) => ({ label, value: <Prose text={value} /> }))}
      />
      <p class="hint">
        記録した人：{first.writtenBy}　
        <Moment at={first.writtenAt} />
        {newest.version > 1 && (
          <>
            　訂正した人：{newest.writtenBy}　
            <Moment at={newest.writtenAt} />
          </>
        )}
      </p>
      <Section title={newest.photos.length === 0 ? '写真' : `写真（${String(newest.photos.length)}枚）`}>
        <Photos viewer={viewer} view={view} photos={newest.photos} />
      </Section>
      {newest.version > 1 && <Corrections viewer={viewer} note={note} />}
      <ButtonRow>
        {mayWrite && (
          <ButtonLink kind="secondary" href={viewer.url(`staff/visits/${note.id}/correction`)}>
            記録を訂正する
          </ButtonLink>
        )}
        <ButtonLink kind="quiet" href={caseUrl(viewer, note.subject)}>
          {note.subject.kind === 'proposal' ? '提案に戻る' : '案件に戻る'}
        </ButtonLink>
      </ButtonRow>
    </>
  );
}

function Photos({ viewer, view, photos }: Omit<VisitPageProps, 'mayWrite'> & { photos: readonly VisitPhoto[] }) {
  if (photos.length === 0) return <EmptyState title="写真はありません。" />;
  return (
    <ul class="photos">
      {photos.map(({ sha256, name }, index) => {
        const href = photoUrl(viewer, view.note, sha256);
        const scan = view.scans.get(sha256) ?? 'not-scanned';
        const alt = `写真${String(index + 1)}：${name}`;
        return (
          <li key={sha256}>
            {mayBeOpened(scan) ? (
              <a href={`${href}?${VIEW}`} target="_blank" rel="noopener">
                <img src={`${href}?${VIEW}`} alt={`${alt}（大きく開く、新しいタブ）`} loading="lazy" />
              </a>
            ) : (
              <ScanTag scan={scan} />
            )}
            <span class="hint">{name}</span>
          </li>
        );
      })}
    </ul>
  );
}

const photoUrl = (viewer: Viewer, note: VisitNote, sha256: string): string =>
  viewer.url(`staff/visits/${note.id}/photos/${sha256}`);

function Corrections({ viewer, note }: { viewer: Viewer; note: VisitNote }) {
  const photos = new Map(
    note.versions.flatMap(({ photos: all }) => all.map((photo) => [photo.sha256, photo] as const)),
  );
  const standing = new Set(newestOf(note).photos.map(({ sha256 }) => sha256));
  const gone = [...photos.values()].filter(({ sha256 }) => !standing.has(sha256));
  const corrections = note.versions.slice(1).map((after, index) => ({ before: note.versions[index] ?? after, after }));
  return (
    <Section title="訂正の経過">
      {corrections.reverse().map(({ before, after }) => (
        <div key={after.version}>
          <p>
            {after.writtenBy}　
            <Moment at={after.writtenAt} />
            　理由：{after.reason}
          </p>
          <DataTable
            caption={`訂正${String(after.version - 1)}で変わったところ`}
            captionHidden
            cards
            empty="内容は変わっていません。"
            rows={changesOf(before, after)}
            columns={[
              { label: '項目', tight: true, cell: ({ label }) => label },
              { label: '前', cell: (change) => <span class="prose">{change.before || '（なし）'}</span> },
              { label: '後', cell: (change) => <span class="prose">{change.after || '（なし）'}</span> },
            ]}
          />
        </div>
      ))}
      {gone.length > 0 && (
        <p>
          外した写真：
          {gone.map(({ sha256, name }, index) => (
            <>
              {index > 0 && '、'}
              <a href={photoUrl(viewer, note, sha256)} key={sha256}>
                {name}
              </a>
            </>
          ))}
        </p>
      )}
    </Section>
  );
}

interface VisitListProps {
  readonly viewer: Viewer;
  readonly subject: VisitSubjectRef;
  readonly notes: readonly VisitNote[];
  readonly mayWrite: boolean;
}

/** The notes of a case, beside what they speak of. */
export function VisitList({ viewer, subject, notes, mayWrite }: VisitListProps) {
  if (notes.length === 0 && !mayWrite) return null;
  return (
    <Section title={notes.length === 0 ? '現地調査・聞き取り' : `現地調査・聞き取り（${String(notes.length)}件）`}>
      <VisitItems viewer={viewer} notes={notes} />
      {mayWrite && (
        <p>
          <a href={viewer.url(`staff/visits/about/${subject.kind}/${subject.id}`)}>現地調査・聞き取りを記録する</a>
        </p>
      )}
    </Section>
  );
}

/** Each note with its day, place and beginning. */
export function VisitItems({ viewer, notes }: Pick<VisitListProps, 'viewer' | 'notes'>) {
  if (notes.length === 0) return null;
  return (
    <ul class="plain-list">
      {notes.map((note) => {
        const { found, photos, place, version } = newestOf(note);
        return (
          <li key={note.id}>
            <a href={viewer.url(`staff/visits/${note.id}`)}>{visitTitle(newestOf(note))}</a>
            <span class="hint">
              　{place}
              {photos.length > 0 && `　写真${String(photos.length)}枚`}
              {version > 1 && '　訂正あり'}
            </span>
            <p class="prose">{inShort(found)}</p>
          </li>
        );
      })}
    </ul>
  );
}

const SHOWN = 120;
const inShort = (text: string): string => ([...text].length > SHOWN ? `${[...text].slice(0, SHOWN).join('')}…` : text);
