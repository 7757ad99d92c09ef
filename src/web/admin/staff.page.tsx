import { isStillHeld, periodOf } from './holding-words.js';
import { AccountSection, accountState } from './staff-account.page.js';
import type { Holding, MemberView, StaffView } from '../../staff/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  CheckAnswers,
  DataTable,
  DateField,
  Day,
  Form,
  Radios,
  Section,
  Select,
  SubNavigation,
  TextField,
  type Viewer,
} from '../shared/index.js';
import { HOLDING_LABEL, SIDE_LABEL } from './words.js';

export function StaffNavigation({ viewer, current }: { viewer: Viewer; current: 'staff' | 'posts' | 'transfers' }) {
  return (
    <SubNavigation
      label="職員と職"
      items={[
        { label: '職員', href: viewer.url('admin/staff'), current: current === 'staff' },
        { label: '職', href: viewer.url('admin/staff/posts'), current: current === 'posts' },
        { label: '人事異動', href: viewer.url('admin/staff/transfers'), current: current === 'transfers' },
        { label: '不在と利害関係', href: viewer.url('admin/staff/declarations') },
      ]}
    />
  );
}

interface StaffListProps {
  readonly viewer: Viewer;
  readonly staff: StaffView;
  readonly mayEdit: boolean;
}

export function StaffListPage({ viewer, staff, mayEdit }: StaffListProps) {
  return (
    <>
      <StaffNavigation viewer={viewer} current="staff" />
      {mayEdit && (
        <p>
          <ButtonLink href={viewer.url('admin/staff/new')} kind="secondary">
            職員を加える
          </ButtonLink>
        </p>
      )}
      <DataTable
        caption="職員の一覧"
        captionHidden
        keyboard
        cards
        empty={{ title: '職員がまだいません。', body: '「職員を加える」から入力してください。' }}
        rows={staff.members}
        columns={[
          {
            label: '氏名',
            tight: true,
            cell: ({ id, name, kana }) => (
              <>
                <a href={viewer.url(`admin/staff/${id}`)}>{name}</a>
                <br />
                <small>{kana}</small>
              </>
            ),
          },
          {
            label: '今日の職',
            cell: ({ posts }) =>
              posts
                .map(({ postName, kind }) => (kind === 'acting' ? `${postName}（事務取扱）` : postName))
                .join('、') || 'なし',
          },
          {
            label: '所属',
            cell: ({ posts }) => [...new Set(posts.map(({ sectionName }) => sectionName))].join('、') || 'なし',
          },
          { label: '利用', tight: true, cell: (member) => accountState(member) },
        ]}
      />
    </>
  );
}

export function NewMemberPage({ viewer, name, kana }: { viewer: Viewer; name: string; kana: string }) {
  return (
    <Form action={viewer.url('admin/staff/new')} label="職員を加える">
      <TextField name="name" label="氏名" value={name} size="medium" required />
      <TextField name="kana" label="ふりがな" value={kana} size="medium" required />
      <ButtonRow>
        <Button>加える</Button>
      </ButtonRow>
    </Form>
  );
}

interface MemberPageProps extends StaffListProps {
  readonly member: MemberView;
  readonly typed: (field: string) => string;
}

export function MemberPage({ viewer, staff, member, mayEdit, typed }: MemberPageProps) {
  const isSelf = viewer.actor.kind === 'staff' && viewer.actor.staffId === member.id;
  return (
    <>
      <CheckAnswers
        answers={[
          { label: 'ふりがな', value: member.kana },
          { label: '在職の最後の日', value: <Day date={member.leftOn} /> },
          { label: 'お知らせのメール', value: member.mail ?? 'なし' },
          { label: '利用', value: accountState(member) },
        ]}
      />
      <Section title="職">
        <HoldingTable viewer={viewer} staff={staff} member={member} mayEdit={mayEdit} />
        {isSelf && mayEdit && <p>自分に職を割り当てることはできません。ほかの管理者に入力を依頼してください。</p>}
      </Section>
      {mayEdit && (
        <Section title="お知らせのメール">
          <Form action={viewer.url(`admin/staff/${member.id}/mail`)} version={member.version} label="お知らせのメール">
            <TextField
              name="mail"
              type="email"
              label="メールアドレス"
              hint="決裁を待つ起案を1日に1回まで知らせます。空にすると送りません。"
              value={typed('mail') || member.mail}
              size="medium"
            />
            <ButtonRow>
              <Button kind="secondary">メールアドレスを保存する</Button>
            </ButtonRow>
          </Form>
        </Section>
      )}
      {mayEdit && !isSelf && (
        <>
          <Section title="職を割り当てる">
            <AssignForm viewer={viewer} staff={staff} member={member} typed={typed} />
          </Section>
          <AccountSection viewer={viewer} member={member} />
          <Section title="退職・転出">
            {member.posts.length > 0 && (
              <p>
                待っている起案とその進み方：
                {member.posts.map(({ postId, postName }) => (
                  <a href={viewer.url(`admin/staff/posts/${postId}`)} key={postId}>
                    {postName}
                  </a>
                ))}
              </p>
            )}
            <Form action={viewer.url(`admin/staff/${member.id}/departure`)} version={member.version} label="退職・転出">
              <DateField
                name="leftOn"
                label="在職の最後の日"
                hint="次の日からログインできなくなり、職は空席になります。取り消すときは空にして保存します。例：令和9年3月31日"
                value={typed('leftOn') || member.leftOn}
              />
              <ButtonRow>
                <Button kind="secondary">最後の日を保存する</Button>
              </ButtonRow>
            </Form>
          </Section>
        </>
      )}
    </>
  );
}

function HoldingTable({ viewer, staff, member, mayEdit }: Omit<MemberPageProps, 'typed'>) {
  const ending = {
    label: '操作',
    tight: true,
    cell: (holding: Holding) =>
      isStillHeld(holding, staff.today) ? (
        <a href={viewer.url(`admin/staff/holdings/${holding.id}/end`)}>終わりの日を入力</a>
      ) : (
        ''
      ),
  };
  const nameOf = ({ postId }: Holding): string => staff.posts.find(({ id }) => id === postId)?.name ?? '';
  return (
    <DataTable
      caption="就いた職"
      captionHidden
      cards
      empty="就いた職はまだありません。"
      rows={staff.holdings.filter(({ staffId }) => staffId === member.id)}
      columns={[
        { label: '職', cell: nameOf },
        { label: '就き方', tight: true, cell: ({ kind }) => HOLDING_LABEL[kind] },
        { label: '期間', cell: (holding) => periodOf(holding) },
        ...(mayEdit ? [ending] : []),
      ]}
    />
  );
}

function AssignForm({ viewer, staff, member, typed }: Omit<MemberPageProps, 'mayEdit'>) {
  const options = staff.posts.map(({ id, name, side }) => ({ value: id, label: `${name}（${SIDE_LABEL[side]}）` }));
  const kinds = (['holder', 'acting'] as const).map((kind) => ({ value: kind, label: HOLDING_LABEL[kind] }));
  return (
    <Form action={viewer.url(`admin/staff/${member.id}/holdings`)} label="職を割り当てる">
      <Select name="postId" label="職" options={options} value={typed('postId')} required />
      <Radios name="kind" label="就き方" options={kinds} value={typed('kind') || 'holder'} inline required />
      <DateField name="fromOn" label="就く日" value={typed('fromOn')} required />
      <DateField
        name="untilOn"
        label="終わりの日"
        hint="決まっていないときは空にします。例：令和9年3月31日"
        value={typed('untilOn')}
      />
      <ButtonRow>
        <Button>割り当てる</Button>
      </ButtonRow>
    </Form>
  );
}
