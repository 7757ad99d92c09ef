import {
  LONGEST_BASICS,
  openKinds,
  PROPOSER_KIND_LABELS,
  type Call,
  type TypedBasics,
} from '../../../proposals/index.js';
import { FieldGroup } from '../forms.js';
import { Radios, Select, TextField } from '../fields.js';
import { typedText } from '../typed-text.js';

/** The fields of `BasicsFields` as typed. */
export const typedBasics = (body: unknown): TypedBasics => ({
  kind: typedText(body, 'kind'),
  name: typedText(body, 'name'),
  contact: typedText(body, 'contact'),
  mail: typedText(body, 'mail'),
  publicName: typedText(body, 'publicName'),
  title: typedText(body, 'title'),
  field: typedText(body, 'field'),
});

export const BLANK_BASICS = typedBasics({});

interface BasicsFieldsProps {
  readonly call: Call;
  readonly typed: TypedBasics;
  /** The organisation that is signed in: its name and how it is reached stand in the register. */
  readonly organization?: string | undefined;
  /** Written without an account. */
  readonly openly?: boolean;
}

/** What is proposed and who proposes it: the least that a town needs to know. */
export function BasicsFields({ call, typed, organization, openly = false }: BasicsFieldsProps) {
  const kinds = openly ? openKinds(call) : call.proposers;
  return (
    <>
      <FieldGroup legend="提案について">
        <TextField
          name="title"
          label="提案の名称"
          hint="何をする提案か、一目でわかる名前を付けてください。あとで直せます。"
          required
          most={LONGEST_BASICS.title}
          value={typed.title}
        />
        <Select
          name="field"
          label="分野"
          required
          prompt="選んでください"
          options={call.fields.map(({ id, label }) => ({ value: id, label }))}
          value={typed.field}
        />
      </FieldGroup>
      <FieldGroup legend="提案する方について">
        {organization === undefined ? (
          <>
            <Radios
              name="kind"
              label="どの立場で提案しますか"
              hint={
                kinds.length < call.proposers.length
                  ? '職員として提案する方は、担当課に用紙を出してください。職員であることを確かめてから受け付けます。'
                  : undefined
              }
              required
              options={kinds.map((kind) => ({ value: kind, label: PROPOSER_KIND_LABELS[kind] }))}
              value={typed.kind}
            />
            <TextField
              name="name"
              label="お名前（団体・企業は名称）"
              required
              most={LONGEST_BASICS.name}
              autocomplete="name"
              value={typed.name}
            />
            <TextField
              name="contact"
              label="電話番号や住所"
              required="どちらか必須"
              hint="担当課からの連絡にだけ使います。公表しません。"
              value={typed.contact}
            />
            <TextField
              name="mail"
              label="メールアドレス"
              required="どちらか必須"
              hint="書いた方には、続きを書くための控えのコードをメールでもお送りします。公表しません。"
              type="email"
              autocomplete="email"
              value={typed.mail}
            />
          </>
        ) : (
          <p>提案者：{organization}。連絡は、登録してある連絡先にします。</p>
        )}
        <Radios
          name="publicName"
          label="お名前を公表してよいですか"
          hint="提案の名称と内容は、結果とともに公表することがあります。お名前は、よいと答えた方だけ載せます。"
          required
          options={[
            { value: 'yes', label: '公表してよい' },
            { value: 'no', label: '公表しない' },
          ]}
          value={typed.publicName}
        />
      </FieldGroup>
    </>
  );
}
