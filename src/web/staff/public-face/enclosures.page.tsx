import {
  LONGEST_DESCRIPTION,
  MOST_PHOTOS,
  type MeetingFile,
  type MeetingView,
  type Photo,
} from '../../../records/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  EmptyState,
  FieldGroup,
  FileField,
  Form,
  Section,
  TextField,
  VisuallyHidden,
  type Viewer,
} from '../../shared/index.js';
import { CompoundField } from '../../shared/compound-fields.js';
import { FileLink } from '../../shared/kept-files.js';
import { SaveOnEnter } from '../../shared/save-on-enter.js';
import { staffAddresses } from './meetings.page.js';
import { OrderButtons } from './order-buttons.js';
import { meetingPath } from './records-paths.js';

/** How many photographs are offered at once. */
export const PHOTO_ROWS = [1, 2, 3, 4] as const;

interface EnclosuresProps {
  readonly viewer: Viewer;
  readonly view: MeetingView;
  /** What was typed before a refusal, by the name of its field. */
  readonly typed: (name: string) => string | undefined;
}

/** Photographs and files of a meeting: added, described, put in order, taken off. */
export function EnclosuresPage({ viewer, view, typed }: EnclosuresProps) {
  const { meeting, photos, files } = view;
  const at = meetingPath(meeting.id);
  return (
    <>
      <Section title={`写真（${String(photos.length)}枚）`}>
        <PhotoList viewer={viewer} view={view} typed={typed} />
      </Section>
      <Section title="写真を加える" level={3}>
        <p>
          顔が写っている人に、公開してよいか確かめた写真だけを選んでください。写真に入っている撮影場所などの情報は、保存するときに取り除きます。
        </p>
        <Form action={viewer.url(`${at}/photos`)} upload>
          <CompoundField
            name="photos"
            label="写真と説明"
            hint={`1回の記録に${String(MOST_PHOTOS)}枚まで加えられます。`}
          >
            {PHOTO_ROWS.map((row) => (
              <FieldGroup legend={`写真${String(row)}`} key={row}>
                <FileField
                  name={`photo${String(row)}`}
                  label="写真のファイル"
                  hint="JPEG・PNG・WebP、20MBまで"
                  accept=".jpg,.jpeg,.png,.webp"
                />
                <TextField
                  name={`description${String(row)}`}
                  label="写真の説明"
                  hint="写真を見られない人に、何が写っているかを伝える文です。例：机を囲んで、付箋に意見を書く職員たち"
                  most={LONGEST_DESCRIPTION}
                  value={typed(`description${String(row)}`)}
                />
              </FieldGroup>
            ))}
          </CompoundField>
          <ButtonRow>
            <Button>写真を加える</Button>
          </ButtonRow>
        </Form>
      </Section>
      <Section title={`資料（${String(files.length)}件）`}>
        <FileList viewer={viewer} view={view} typed={typed} />
      </Section>
      <Section title="資料を加える" level={3}>
        <Form action={viewer.url(`${at}/files`)} upload>
          <TextField
            name="fileTitle"
            label="資料の名前"
            hint="例：当日の次第"
            required
            most={LONGEST_DESCRIPTION}
            value={typed('fileTitle')}
          />
          <FileField
            name="file"
            label="資料のファイル"
            hint="PDF・Word・Excel・CSV、20MBまで。作った人の名前などがファイルに残っていないか、確かめてから選んでください。"
            accept=".pdf,.docx,.xlsx,.csv"
            required
          />
          <ButtonRow>
            <Button>資料を加える</Button>
          </ButtonRow>
        </Form>
      </Section>
      <ButtonRow>
        <ButtonLink kind="quiet" href={viewer.url(at)}>
          記録に戻る
        </ButtonLink>
      </ButtonRow>
    </>
  );
}

function PhotoList({ viewer, view: { meeting, photos }, typed }: EnclosuresProps) {
  if (photos.length === 0) return <EmptyState title="写真はまだありません。" />;
  const addresses = staffAddresses(viewer, meeting.id);
  return (
    <Form action={viewer.url(`${meetingPath(meeting.id)}/photos/order`)} version={meeting.version}>
      <SaveOnEnter />
      <ol class="enclosures">
        {photos.map((photo, index) => (
          <li key={photo.id}>
            <img src={addresses.photo(photo.id, 'small')} alt="" width={photo.width} height={photo.height} />
            <Row
              of={photo}
              caption={photo.description}
              what={`写真${String(index + 1)}`}
              label="写真の説明"
              typed={typed}
              isFirst={index === 0}
              isLast={index === photos.length - 1}
            />
          </li>
        ))}
      </ol>
      <ButtonRow>
        <Button kind="secondary">写真の説明を保存する</Button>
      </ButtonRow>
    </Form>
  );
}

function FileList({ viewer, view: { meeting, files, scans }, typed }: EnclosuresProps) {
  if (files.length === 0) return <EmptyState title="資料はまだありません。" />;
  const addresses = staffAddresses(viewer, meeting.id);
  return (
    <Form action={viewer.url(`${meetingPath(meeting.id)}/files/order`)} version={meeting.version}>
      <SaveOnEnter />
      <ol class="enclosures">
        {files.map((file, index) => (
          <li key={file.id}>
            <p>
              <FileLink
                name={file.name}
                href={addresses.file(file.id)}
                scan={scans.get(file.sha256) ?? 'not-scanned'}
              />
            </p>
            <Row
              of={file}
              caption={file.title}
              what={`資料${String(index + 1)}`}
              label="資料の名前"
              typed={typed}
              isFirst={index === 0}
              isLast={index === files.length - 1}
            />
          </li>
        ))}
      </ol>
      <ButtonRow>
        <Button kind="secondary">資料の名前を保存する</Button>
      </ButtonRow>
    </Form>
  );
}

interface RowProps {
  readonly of: Pick<Photo | MeetingFile, 'id'>;
  readonly caption: string;
  readonly what: string;
  readonly label: string;
  readonly typed: EnclosuresProps['typed'];
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

const Row = ({ of: { id }, caption, what, label, typed, isFirst, isLast }: RowProps) => (
  <div>
    <TextField
      name={`captions[${id}]`}
      label={`${what}：${label}`}
      required
      value={typed(`captions[${id}]`) ?? caption}
    />
    <ButtonRow>
      <OrderButtons what={what} value={(direction) => `${direction}:${id}`} isFirst={isFirst} isLast={isLast} />
      <Button kind="danger" small name="act" value={`remove:${id}`}>
        外す<VisuallyHidden>：{what}</VisuallyHidden>
      </Button>
    </ButtonRow>
  </div>
);
