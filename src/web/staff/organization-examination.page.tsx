import {
  openRemarks,
  REGISTRATION_CHECKLIST,
  REMARK_FIELDS,
  type OrganizationView,
  type RemarkField,
} from '../../organizations/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  CheckAnswers,
  Checkboxes,
  Columns,
  Details,
  Form,
  Notice,
  Prose,
  Section,
  StatusTag,
  TextArea,
  type Answer,
  type Viewer,
} from '../shared/index.js';
import { FileLink } from '../shared/kept-files.js';
import { accountInShort } from '../shared/organization-facts.js';
import { NewDraftFields } from './draft-fields.js';
import { ORGANIZATIONS_PATH } from './organization-words.js';

export interface TypedExamination {
  readonly checked: readonly string[];
  readonly remarks: Readonly<Record<string, string>>;
  /** What was typed into the draft of the registration. */
  readonly draft: unknown;
}

interface ExaminationProps {
  readonly viewer: Viewer;
  readonly view: OrganizationView;
  readonly typed: TypedExamination;
}

/** What was submitted, each field with room for a remark, beside the checklist and the two outcomes. */
export function Examination({ viewer, view, typed }: ExaminationProps) {
  const { file, registrationDraft } = view;
  const url = (path: string): string => viewer.url(`${ORGANIZATIONS_PATH}/${file.id}/${path}`);
  const kanaConfirmed = file.account?.transferKana !== null && file.account !== null;
  return (
    <Form
      action={url(registrationDraft.ruled ? 'registration-draft' : 'registration')}
      version={file.version}
      label="登録の確認"
    >
      <Columns
        asideLabel="確認と結果"
        main={
          <>
            {FIELD_GROUPS.map(({ title, fields }) => (
              <Section title={title} key={title}>
                {fields.map((field) => (
                  <FieldToExamine
                    viewer={viewer}
                    view={view}
                    field={field}
                    typed={typed.remarks[field] ?? ''}
                    key={field}
                  />
                ))}
              </Section>
            ))}
          </>
        }
        aside={
          <>
            <Section title="口座と通帳">
              <p>
                {kanaConfirmed ? (
                  <StatusTag tone="success">振込用カナ 確認済み</StatusTag>
                ) : (
                  <StatusTag tone="warning">振込用カナ 未確認</StatusTag>
                )}
              </p>
              <ButtonLink href={url('account')} kind="secondary">
                通帳の写しを見て確認する
              </ButtonLink>
            </Section>
            <Section title="確認項目（見本）">
              <Checkboxes
                name="checklist"
                label="確認項目"
                labelHidden
                values={typed.checked}
                options={REGISTRATION_CHECKLIST.map(({ id, text }) => ({ value: id, label: text }))}
              />
            </Section>
            {registrationDraft.ruled && (
              <Section title="起案">
                <NewDraftFields
                  title={`${file.details.name}の登録について`}
                  reason="届出の内容を確認項目に照らして確認し、登録の要件を満たすと認められるので、登録してよろしいか伺います。"
                  sent={typed.draft}
                />
              </Section>
            )}
            <ButtonRow>
              <Button>{registrationDraft.ruled ? '登録を起案する' : '登録する'}</Button>
              <Button kind="secondary" formAction={url('return')}>
                指摘を付けて差し戻す
              </Button>
            </ButtonRow>
          </>
        }
      />
    </Form>
  );
}

const FIELD_GROUPS: readonly { readonly title: string; readonly fields: readonly RemarkField[] }[] = [
  { title: '団体の名前と連絡先', fields: ['name', 'kana', 'districtId', 'address', 'phone', 'mail'] },
  { title: '行政区と規約', fields: ['wards', 'bylaws'] },
  { title: '役員', fields: ['officers'] },
  { title: '口座', fields: ['bank', 'accountNumber', 'holderKana', 'passbook'] },
];

interface FieldProps {
  readonly viewer: Viewer;
  readonly view: OrganizationView;
  readonly field: RemarkField;
  readonly typed: string;
}

/** One field: what was entered, what was remarked and answered before, and where a remark may be written now. */
function FieldToExamine({ viewer, view, field, typed }: FieldProps) {
  const { label } = REMARK_FIELDS[field];
  const before = openRemarks(view.file).filter((remark) => remark.field === field);
  return (
    <div class="examined-field">
      <CheckAnswers answers={[{ label, value: valueOf(viewer, view, field) }]} />
      {before.map((remark) => (
        <Notice tone="info" title={`前回の指摘：${remark.text}`} key={remark.id}>
          <Prose text={`回答：${remark.answer ?? '（なし）'}`} />
        </Notice>
      ))}
      <Details summary={`「${label}」に指摘を付ける`} open={typed !== ''}>
        <TextArea name={`remarks[${field}]`} label={`${label}への指摘`} rows={3} value={typed} />
      </Details>
    </div>
  );
}

function valueOf(viewer: Viewer, view: OrganizationView, field: RemarkField): Answer['value'] {
  const { file, wardsElsewhere } = view;
  const { details, account } = file;
  const url = (path: string): string => viewer.url(`${ORGANIZATIONS_PATH}/${file.id}/${path}`);
  switch (field) {
    case 'name':
    case 'kana':
    case 'phone':
      return details[field];
    case 'districtId':
      return file.districtName;
    case 'address':
      return `〒${details.postalCode} ${details.address}`;
    case 'mail':
      return details.mail ?? 'なし';
    case 'wards':
      return <Wards wards={file.wards} elsewhere={wardsElsewhere} />;
    case 'bylaws':
      return file.bylaws ? (
        <FileLink
          name={file.bylaws.name}
          href={url('bylaws')}
          scan={view.scans.get(file.bylaws.sha256) ?? 'not-scanned'}
        />
      ) : (
        '未入力'
      );
    case 'officers':
      return file.officers.map((officer) => (
        <div key={officer.id}>
          {officer.role}　{officer.name}
          {officer.isRepresentative && '（代表者）'}
        </div>
      ));
    case 'bank':
      return account ? `${account.bankName}　${account.branchName}` : '未入力';
    case 'accountNumber':
      return account ? accountInShort(account) : '未入力';
    case 'holderKana':
      return account?.holderKana ?? '未入力';
    case 'passbook':
      return account?.passbook ? <a href={url('account')}>{account.passbook.name}</a> : '未入力';
  }
}

/** The wards with their number, and those that another organisation also names: each should count once. */
export const Wards = ({
  wards,
  elsewhere,
}: {
  wards: readonly string[];
  elsewhere: OrganizationView['wardsElsewhere'];
}) => (
  <>
    <strong>{wards.length}行政区</strong>：{wards.join('、')}
    {overlapsOf(elsewhere).map(({ organizationName, wards: shared }) => (
      <p class="overlap" key={organizationName}>
        <StatusTag tone="warning">重なり</StatusTag> {shared.join('、')}は、{organizationName}にもあります。
      </p>
    ))}
  </>
);

/** One line for each other organisation, however many wards it shares. */
function overlapsOf(elsewhere: OrganizationView['wardsElsewhere']): { organizationName: string; wards: string[] }[] {
  const names = [...new Set(elsewhere.map(({ organizationName }) => organizationName))];
  return names.map((organizationName) => ({
    organizationName,
    wards: elsewhere.filter((other) => other.organizationName === organizationName).map(({ ward }) => ward),
  }));
}
