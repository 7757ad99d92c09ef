import type { Draft } from '../../approvals/index.js';
import type { Holding, MemberView, Post, StaffView } from '../../staff/index.js';
import { Button, ButtonLink, ButtonRow, CheckAnswers, DateField, Form, type Viewer } from '../shared/index.js';
import { periodOf } from './holding-words.js';
import { PostWaiting } from './post-waiting.js';

interface EndHoldingProps {
  readonly viewer: Viewer;
  readonly holding: Holding;
  readonly member: MemberView;
  readonly untilOn: string;
  readonly staff: StaffView;
  readonly post: Post;
  /** Open drafts whose route still needs the post. */
  readonly touched: readonly Draft[];
}

/** The last day in a post, beside what waits for it and how that goes on. */
export function EndHoldingPage({ viewer, holding, member, untilOn, staff, post, touched }: EndHoldingProps) {
  return (
    <>
      <CheckAnswers
        answers={[
          { label: '職員', value: member.name },
          { label: '今の期間', value: periodOf(holding) },
        ]}
      />
      <PostWaiting viewer={viewer} staff={staff} post={post} touched={touched} leaving={member.id} />
      <Form action={viewer.url(`admin/staff/holdings/${holding.id}/end`)} label="終わりの日">
        <DateField
          name="untilOn"
          label="終わりの日"
          hint="この日まで就いていた（いる）最後の日です。例：令和9年3月31日"
          value={untilOn}
          required
        />
        <ButtonRow>
          <Button>保存する</Button>
          <ButtonLink href={viewer.url(`admin/staff/${member.id}`)} kind="quiet">
            やめる
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  );
}
