import { formatEra, type LocalDate } from '../../kernel/local-date.js';
import {
  ROLE_SUGGESTIONS,
  type Officer,
  type OrganizationFile,
  type OrganizationView,
} from '../../organizations/index.js';
import { Checkbox, DateField, Radios, Select, TextArea, TextField } from './fields.js';
import { FieldGroup, Hidden } from './forms.js';
import { CheckAnswers } from './lists.js';

export interface TypedDetails {
  readonly name: string;
  readonly kana: string;
  readonly districtId: string;
  readonly postalCode: string;
  readonly address: string;
  readonly phone: string;
  readonly mail: string;
  readonly consent: string;
}

/** What is saved, in the words of the form. */
export const keptDetails = ({ details, detailsComplete }: OrganizationFile): TypedDetails => ({
  ...details,
  mail: details.mail ?? '',
  consent: detailsComplete ? (details.consentsToElectronicDelivery ? 'yes' : 'no') : '',
});

export const DETAILS_LABELS: Readonly<Record<keyof TypedDetails, string>> = {
  name: '団体名',
  kana: '団体名のフリガナ',
  districtId: '校区',
  postalCode: '郵便番号',
  address: '住所',
  phone: '電話番号',
  mail: 'メールアドレス',
  consent: '通知書の受け取り方',
};

/** Ids and codes as people read them, to compare two versions. */
export const detailsInWords = (
  { districts }: OrganizationView,
  details: TypedDetails,
): Record<keyof TypedDetails, string> => ({
  ...details,
  districtId: districts.find(({ id }) => id === details.districtId)?.name ?? '',
  consent: details.consent === 'yes' ? 'この画面で受け取る' : details.consent === 'no' ? '紙で受け取る' : '',
});

interface DetailsFieldsProps {
  readonly view: OrganizationView;
  readonly typed: TypedDetails;
  /** After registration officers no longer change what the town's decisions name. */
  readonly nameFixed: boolean;
  /** The town has recorded on what basis it may deliver electronically; otherwise there is nothing to choose. */
  readonly electronic: boolean;
}

export function DetailsFields({ view, typed, nameFixed, electronic }: DetailsFieldsProps) {
  return (
    <>
      {nameFixed ? (
        <CheckAnswers
          answers={[
            { label: DETAILS_LABELS.name, value: view.file.details.name },
            { label: DETAILS_LABELS.kana, value: view.file.details.kana },
            { label: DETAILS_LABELS.districtId, value: view.file.districtName },
          ]}
        />
      ) : (
        <>
          <TextField
            name="name"
            label={DETAILS_LABELS.name}
            value={typed.name}
            hint="規約に書いてあるとおりに入力してください。"
            required
          />
          <TextField
            name="kana"
            label={DETAILS_LABELS.kana}
            value={typed.kana}
            hint="カタカナでも、ひらがなでもかまいません。"
            required
          />
          <Select
            name="districtId"
            label={DETAILS_LABELS.districtId}
            value={typed.districtId}
            options={view.districts.map(({ id, name }) => ({ value: id, label: name }))}
            required
          />
        </>
      )}
      <FieldGroup legend="連絡先" hint="通知書を送る先です。事務所がないときは、代表者の連絡先を入力してください。">
        <TextField
          name="postalCode"
          label={DETAILS_LABELS.postalCode}
          value={typed.postalCode}
          size="short"
          hint="例：838-0100"
          autocomplete="postal-code"
          required
        />
        <TextField name="address" label={DETAILS_LABELS.address} value={typed.address} required />
        <TextField
          name="phone"
          label={DETAILS_LABELS.phone}
          value={typed.phone}
          type="tel"
          size="medium"
          hint="昼間に連絡がつく番号"
          autocomplete="tel"
          required
        />
        <TextField
          name="mail"
          label={DETAILS_LABELS.mail}
          value={typed.mail}
          type="email"
          hint="なくても、すべての手続ができます。"
          autocomplete="email"
        />
      </FieldGroup>
      {electronic ? (
        <Radios
          name="consent"
          label={DETAILS_LABELS.consent}
          value={typed.consent}
          required
          options={[
            { value: 'yes', label: 'この画面で受け取る', hint: '通知書がここに届きます。紙の通知書は届きません。' },
            { value: 'no', label: '紙で受け取る', hint: '上の住所に郵送します。' },
          ]}
        />
      ) : (
        <Hidden name="consent" value="no" />
      )}
    </>
  );
}

export const WardsField = ({ typed }: { typed: string }) => (
  <TextArea
    name="wards"
    label="行政区"
    hint="1行に1つずつ入力してください。順番は自由です。"
    value={typed}
    rows={12}
    required
  />
);

export interface TypedOfficer {
  readonly role: string;
  readonly name: string;
  readonly phone: string;
  readonly termFrom: string;
  readonly termUntil: string;
  readonly isRepresentative: boolean;
}

const shownDay = (day: LocalDate | null): string => (day ? formatEra(day) : '');

export const keptOfficer = (officer: Officer): TypedOfficer => ({
  ...officer,
  phone: officer.phone ?? '',
  termFrom: shownDay(officer.termFrom),
  termUntil: shownDay(officer.termUntil),
});

export const NEW_OFFICER: TypedOfficer = {
  role: '',
  name: '',
  phone: '',
  termFrom: '',
  termUntil: '',
  isRepresentative: false,
};

export const OfficerFields = ({ typed }: { typed: TypedOfficer }) => (
  <>
    <TextField
      name="role"
      label="役職"
      value={typed.role}
      size="medium"
      hint="例：会長、副会長、会計。一覧にない役職も入力できます。"
      list={ROLE_SUGGESTIONS}
      required
    />
    <TextField
      name="name"
      label="氏名"
      value={typed.name}
      size="medium"
      hint="戸籍や通帳と同じ字で入力できます（髙、﨑など）。"
      autocomplete="off"
      required
    />
    <DateField name="termFrom" label="任期の開始日" value={typed.termFrom} autocomplete="off" required />
    <DateField name="termUntil" label="任期の終了日" value={typed.termUntil} autocomplete="off" required />
    <TextField
      name="phone"
      label="電話番号"
      value={typed.phone}
      type="tel"
      size="medium"
      hint="代表者は必ず入力してください。"
      autocomplete="off"
    />
    <Checkbox
      name="isRepresentative"
      label="この人を代表者にする"
      hint="申請書や請求書に名前が載る人です。1人だけで、前の代表者は自動で外れます。団体の登録が済んだあとは、代表者変更届として担当課に届きます。"
      checked={typed.isRepresentative}
    />
  </>
);
