import { DUTIES, type Duty } from '../../kernel/actor.js';
import type { Post, StaffView } from '../../staff/index.js';
import {
  Button,
  ButtonRow,
  ButtonLink,
  Checkboxes,
  DataTable,
  Form,
  Radios,
  Select,
  StatusTag,
  TextField,
  type Viewer,
} from '../shared/index.js';
import { StaffNavigation } from './staff.page.js';
import { DUTY_LABEL, SIDE_LABEL, WHEN_VACANT_LABEL } from './words.js';

interface PostListProps {
  readonly viewer: Viewer;
  readonly staff: StaffView;
  readonly mayEdit: boolean;
}

export function PostListPage({ viewer, staff, mayEdit }: PostListProps) {
  return (
    <>
      <StaffNavigation viewer={viewer} current="posts" />
      {mayEdit && (
        <p>
          <ButtonLink href={viewer.url('admin/staff/posts/new')} kind="secondary">
            職を加える
          </ButtonLink>
        </p>
      )}
      <DataTable
        caption="職の一覧"
        captionHidden
        cards
        empty={{ title: '職がまだありません。', body: '「職を加える」から入力してください。' }}
        rows={staff.posts}
        columns={[
          {
            label: '職',
            cell: ({ id, name, abolishedOn }) => (
              <>
                <a href={viewer.url(`admin/staff/posts/${id}`)}>{name}</a> {abolishedOn && <StatusTag>廃止</StatusTag>}
              </>
            ),
          },
          { label: '就いている人', cell: (post) => <Holders viewer={viewer} staff={staff} post={post} /> },
          { label: '所属', cell: ({ sectionId }) => staff.sections.find(({ id }) => id === sectionId)?.name ?? '' },
          { label: '区分', tight: true, cell: ({ side }) => SIDE_LABEL[side] },
          { label: '仕事', cell: ({ duties }) => duties.map((duty) => DUTY_LABEL[duty]).join('、') },
          {
            label: '空席のとき',
            cell: ({ duties, whenVacant }) => (duties.some(decides) ? WHEN_VACANT_LABEL[whenVacant] : ''),
          },
          { label: '序列', align: 'end', tight: true, cell: ({ rank }) => rank },
        ]}
      />
    </>
  );
}

/** Only posts that routes name can hold one up. */
const decides = (duty: Duty): boolean => duty === 'approve' || duty === 'treasury-decide';

function Holders({ viewer, staff, post }: { viewer: Viewer; staff: StaffView; post: Post }) {
  const holders = staff.members.filter((member) => member.posts.some(({ postId }) => postId === post.id));
  if (holders.length === 0) return <StatusTag tone="warning">空席</StatusTag>;
  return (
    <>
      {holders.map(({ id, name }, index) => (
        <>
          {index > 0 && <br />}
          <a href={viewer.url(`admin/staff/${id}`)}>{name}</a>
        </>
      ))}
    </>
  );
}

interface NewPostProps {
  readonly viewer: Viewer;
  readonly staff: StaffView;
  readonly typed: Readonly<Record<string, unknown>>;
}

export function NewPostPage({ viewer, staff, typed }: NewPostProps) {
  const text = (field: string): string => (typeof typed[field] === 'string' ? typed[field] : '');
  return (
    <Form action={viewer.url('admin/staff/posts/new')} label="職を加える">
      <TextField
        name="name"
        label="職の名前"
        hint="例：コミュニティ推進課長"
        value={text('name')}
        size="medium"
        required
      />
      <Select
        name="sectionId"
        label="所属"
        options={staff.sections.map(({ id, name }) => ({ value: id, label: name }))}
        value={text('sectionId')}
        required
      />
      <Radios
        name="side"
        label="区分"
        hint="同じ人が2つの区分の職を同時に兼ねることはできません。"
        options={(['ordering', 'treasury', 'audit'] as const).map((side) => ({ value: side, label: SIDE_LABEL[side] }))}
        value={text('side')}
        inline
        required
      />
      <Checkboxes
        name="duties"
        label="担当する仕事"
        options={DUTIES.map((duty) => ({ value: duty, label: DUTY_LABEL[duty] }))}
        values={[typed['duties'] ?? []].flat().filter((duty) => typeof duty === 'string')}
        required
      />
      <TextField
        name="rank"
        label="序列"
        hint="1から99までの数字。大きいほど上位です（例：担当10、係長30、課長40、部長60、首長90）。"
        value={text('rank')}
        size="short"
        inputMode="numeric"
        required
      />
      <Radios
        name="whenVacant"
        label="空席のとき"
        options={(['above', 'refuse'] as const).map((choice) => ({ value: choice, label: WHEN_VACANT_LABEL[choice] }))}
        value={text('whenVacant')}
        required
      />
      <ButtonRow>
        <Button>加える</Button>
      </ButtonRow>
    </Form>
  );
}
