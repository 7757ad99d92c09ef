import type { StaffView } from '../../staff/index.js';
import {
  Button,
  ButtonRow,
  CardGrid,
  DateField,
  FieldGroup,
  Form,
  Select,
  type Choice,
  type Viewer,
} from '../shared/index.js';
import { StaffNavigation } from './staff.page.js';
import { HOLDING_LABEL, SIDE_LABEL } from './words.js';

export interface TypedTransfer {
  readonly staffId: string;
  readonly fromPostId: string;
  readonly toPostId: string;
  readonly kind: string;
}

interface TransfersProps {
  readonly viewer: Viewer;
  readonly staff: StaffView;
  readonly on: string;
  readonly lines: readonly TypedTransfer[];
}

/** 人事異動: everyone who moves on a day in one list, which takes effect as a whole. */
export function TransfersPage({ viewer, staff, on, lines }: TransfersProps) {
  const members: Choice[] = staff.members
    .filter(({ leftOn }) => leftOn === null || leftOn >= staff.today)
    .map(({ id, name, posts }) => ({
      value: id,
      label: `${name}（${posts.map(({ postName }) => postName).join('・') || '職なし'}）`,
    }));
  const posts: Choice[] = staff.posts
    .filter(({ abolishedOn }) => abolishedOn === null)
    .map(({ id, name, side }) => ({ value: id, label: `${name}（${SIDE_LABEL[side]}）` }));
  const kinds: Choice[] = (['holder', 'acting'] as const).map((kind) => ({ value: kind, label: HOLDING_LABEL[kind] }));
  return (
    <>
      <StaffNavigation viewer={viewer} current="transfers" />
      <Form action={viewer.url('admin/staff/transfers')} label="人事異動">
        <p>
          同じ日に動く職員をまとめて入力します。離れる職は前の日まで、就く職はこの日からになります。使わない欄は空のままで構いません。1行でも直すところがあれば、全体を保存しません。
        </p>
        <DateField name="on" label="異動の日" value={on} required />
        {lines.map((line, index) => (
          <FieldGroup legend={`${String(index + 1)}人目`} key={index}>
            <CardGrid>
              <Select name={`lines[${String(index)}][staffId]`} label="職員" options={members} value={line.staffId} />
              <Select
                name={`lines[${String(index)}][fromPostId]`}
                label="離れる職"
                prompt="なし"
                options={posts}
                value={line.fromPostId}
              />
              <Select
                name={`lines[${String(index)}][toPostId]`}
                label="就く職"
                prompt="なし"
                options={posts}
                value={line.toPostId}
              />
              <Select
                name={`lines[${String(index)}][kind]`}
                label="就き方"
                options={kinds}
                value={line.kind || 'holder'}
              />
            </CardGrid>
          </FieldGroup>
        ))}
        <ButtonRow>
          <Button>まとめて保存する</Button>
        </ButtonRow>
      </Form>
    </>
  );
}
