import type { Draft } from '../../approvals/index.js';
import type { PlannedAbolition, Post, StaffView } from '../../staff/index.js';
import { formatEra } from '../../kernel/local-date.js';
import {
  Button,
  ButtonRow,
  CheckAnswers,
  DateField,
  Day,
  Form,
  Hidden,
  Notice,
  Radios,
  Section,
  Select,
  TextArea,
  TextField,
  type Viewer,
} from '../shared/index.js';
import { PostWaiting } from './post-waiting.js';
import { DUTY_LABEL, SIDE_LABEL, WHEN_VACANT_LABEL } from './words.js';

interface PostPageProps {
  readonly viewer: Viewer;
  readonly staff: StaffView;
  readonly post: Post;
  /** Open drafts whose route still needs the post. */
  readonly touched: readonly Draft[];
  /** Its end, decided for a day to come. */
  readonly planned: PlannedAbolition | null;
  readonly mayEdit: boolean;
  readonly typed: (field: string) => string;
}

/** One post: what happens while nobody can act for it, and its end. */
export function PostPage(props: PostPageProps) {
  const { viewer, staff, post, touched, planned, mayEdit } = props;
  const nameOf = (id: string | null): string => staff.posts.find((each) => each.id === id)?.name ?? 'なし';
  return (
    <>
      <CheckAnswers
        answers={[
          { label: '区分', value: SIDE_LABEL[post.side] },
          { label: '仕事', value: post.duties.map((duty) => DUTY_LABEL[duty]).join('、') },
          { label: '序列', value: String(post.rank) },
          { label: '空席のとき', value: WHEN_VACANT_LABEL[post.whenVacant] },
          { label: '代決する職', value: nameOf(post.deputyPostId) },
          ...(post.abolishedOn
            ? [
                { label: '廃止', value: <Day date={post.abolishedOn} /> },
                { label: '引き継いだ職', value: nameOf(post.successorPostId) },
              ]
            : []),
        ]}
      />
      <PostWaiting viewer={viewer} staff={staff} post={post} touched={touched} />
      {planned && <Planned {...props} planned={planned} nameOf={nameOf} />}
      {mayEdit && post.abolishedOn === null && <EditForm {...props} />}
      {mayEdit && (post.abolishedOn === null || touched.length > 0) && <AbolitionForm {...props} />}
    </>
  );
}

/** What will happen on the day, and the way back until then. */
function Planned({
  viewer,
  post,
  planned,
  mayEdit,
  nameOf,
}: PostPageProps & { planned: PlannedAbolition; nameOf: (id: string) => string }) {
  return (
    <Notice tone="warning" title="廃止が予定されています">
      <p>
        <Day date={planned.abolishedOn} />
        の朝に廃止します。そのとき回っている起案は「{nameOf(planned.successorPostId)}
        」に振り替えて記録します。それまでは、いまのとおり決裁できます。
      </p>
      <p>
        {planned.reason}（{planned.decidedByName}）
      </p>
      {mayEdit && (
        <Form action={viewer.url(`admin/staff/posts/${post.id}/abolition/cancellation`)} label="廃止の取りやめ">
          <ButtonRow>
            <Button kind="secondary">廃止を取りやめる</Button>
          </ButtonRow>
        </Form>
      )}
    </Notice>
  );
}

function EditForm({ viewer, staff, post, typed }: PostPageProps) {
  return (
    <Section title="決まりを変える">
      <Form action={viewer.url(`admin/staff/posts/${post.id}`)} label="決まりを変える">
        <TextField
          name="rank"
          label="序列"
          hint="1から99までの数字。大きいほど上位です。"
          value={typed('rank') || String(post.rank)}
          size="short"
          inputMode="numeric"
          required
        />
        <Radios
          name="whenVacant"
          label="空席のとき"
          hint="回っている起案では、次に扱うときからこの決まりで進みます。"
          options={(['above', 'deputy', 'refuse'] as const).map((value) => ({
            value,
            label: WHEN_VACANT_LABEL[value],
          }))}
          value={typed('whenVacant') || post.whenVacant}
          required
        />
        <Select
          name="deputyPostId"
          label="代決する職"
          hint="在職者の不在が記録されている間、または全員が団体の関係者のとき、この職が代わって決裁できます。"
          prompt="置かない"
          options={othersOf(staff, post).map(({ id, name }) => ({ value: id, label: name }))}
          value={typed('deputyPostId') || post.deputyPostId}
        />
        <ButtonRow>
          <Button>保存する</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}

function AbolitionForm({ viewer, staff, post, touched, typed }: PostPageProps) {
  return (
    <Section title={post.abolishedOn ? '残った起案を振り替える' : '職を廃止する'}>
      <Form action={viewer.url(`admin/staff/posts/${post.id}/abolition`)} label="職を廃止する">
        <p>
          {post.abolishedOn
            ? `廃止の日に引き継げなかった起案（${String(touched.length)}件）を、別の職に振り替えて記録します。`
            : `廃止の日の前日までで、就いている人の任期が終わります。その日にこの職を待っている起案（いまは${String(touched.length)}件）は、引き継ぐ職に振り替えて記録します。廃止した後は取り消せません。`}
        </p>
        {post.abolishedOn ? (
          <Hidden name="on" value={staff.today} />
        ) : (
          <DateField
            name="on"
            label="廃止の日"
            hint="この日から職がなくなります。今日のときはすぐに、先の日のときはその日の朝に廃止します。"
            value={typed('on') || formatEra(staff.today)}
            required
          />
        )}
        <Select
          name="toPostId"
          label="引き継ぐ職"
          options={othersOf(staff, post).map(({ id, name }) => ({ value: id, label: name }))}
          value={typed('toPostId')}
          required={touched.length > 0}
        />
        <TextArea
          name="reason"
          label="廃止の理由"
          hint="例：令和8年4月1日の組織改編"
          rows={2}
          value={typed('reason')}
          required
        />
        <ButtonRow>
          <Button kind="danger">{post.abolishedOn ? '振り替える' : '廃止する'}</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}

const othersOf = ({ posts }: StaffView, post: Post): Post[] =>
  posts.filter(({ id, side, abolishedOn }) => id !== post.id && side === post.side && abolishedOn === null);
