import type { SeatedMember } from '../../panels/index.js';
import { Checkboxes } from './fields.js';

/** 欠席 at the end of the scoring: whose sheets do not count. */
export function AbsentChoice({ members, chosen }: { members: readonly SeatedMember[]; chosen: readonly string[] }) {
  return (
    <Checkboxes
      name="absent"
      label="欠席した委員"
      hint="欠席した委員の採点表は数えません。全員が出席したときは、印を付けずに締め切ります。"
      options={members.map(({ staffId, name, capacity }) => ({
        value: staffId,
        label: capacity === '' ? name : `${name}（${capacity}）`,
      }))}
      values={chosen}
    />
  );
}
