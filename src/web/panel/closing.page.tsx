import type { SeatedMember } from '../../panels/index.js';
import { AbsentChoice } from '../shared/absent-choice.js';
import { Button, ButtonLink, ButtonRow, Form, type Viewer } from '../shared/index.js';

interface ClosingPageProps {
  readonly viewer: Viewer;
  readonly meetingId: string;
  readonly members: readonly SeatedMember[];
  readonly absent: readonly string[];
}

/** The chair closes the scoring at the meeting. */
export function ClosingPage({ viewer, meetingId, members, absent }: ClosingPageProps) {
  return (
    <Form action={viewer.url(`panel/meetings/${meetingId}/closing`)} label="採点の締切り">
      <p>締め切ると、採点表は直せなくなり、結果が担当課に示されます。</p>
      <AbsentChoice members={members} chosen={absent} />
      <ButtonRow>
        <Button>採点を締め切る</Button>
        <ButtonLink kind="quiet" href={viewer.url('panel')}>
          戻る
        </ButtonLink>
      </ButtonRow>
    </Form>
  );
}
