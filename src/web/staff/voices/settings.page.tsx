import type { VoiceSettings } from '../../../consultations/index.js';
import { Button, ButtonRow, Form, Notice, TextArea, TextField, type Viewer } from '../../shared/index.js';
import { typedOr } from './typed.js';

interface SettingsProps {
  readonly viewer: Viewer;
  readonly settings: VoiceSettings;
  readonly typed: unknown;
}

export const SettingsPage = ({ viewer, settings, typed }: SettingsProps) => (
  <>
    {settings.version === 0 && (
      <Notice tone="warning" title="いまは見本の値です">
        <p>まだ保存していないため、見本の日数と分野を使っています。確かめて保存してください。</p>
      </Notice>
    )}
    <Form action={viewer.url('staff/voices/settings')} version={settings.version}>
      <TextField
        name="answerDays"
        label="回答までの日数"
        required
        size="short"
        inputMode="numeric"
        suffix="日"
        hint="手紙が届いた日から数えます。これから届く手紙に使います。"
        value={typedOr(typed, 'answerDays', String(settings.answerDays))}
      />
      <TextField
        name="retentionDays"
        label="個人情報を残す日数"
        required
        size="short"
        inputMode="numeric"
        suffix="日"
        hint="回答や結果の公表から数えます。過ぎた氏名・住所・メールアドレスは、朝に自動で消えます。"
        value={typedOr(typed, 'retentionDays', String(settings.retentionDays))}
      />
      <TextArea
        name="topics"
        label="手紙の分野"
        required
        rows={8}
        hint="1行に1つ書きます。"
        value={typedOr(typed, 'topics', settings.topics.join('\n'))}
      />
      <TextArea
        name="invitation"
        label="手紙のページの初めの文"
        required
        rows={4}
        value={typedOr(typed, 'invitation', settings.invitation)}
      />
      <TextField name="basis" label="根拠" hint="要綱の名前など" value={typedOr(typed, 'basis', settings.basis)} />
      <ButtonRow>
        <Button>保存する</Button>
      </ButtonRow>
    </Form>
  </>
);
