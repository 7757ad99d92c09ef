import { DateField, TextField } from '../shared/index.js';
import { typedText } from '../shared/typed-text.js';

/** Day, hour, place and times of a meeting, new or moved. */
export function AppointmentFields({ typed }: { typed: unknown }) {
  return (
    <>
      <DateField name="heldOn" label="開催日" required value={typedText(typed, 'heldOn')} />
      <TextField
        name="startsAt"
        label="開始の時刻"
        hint="例：14:00"
        size="short"
        value={typedText(typed, 'startsAt')}
      />
      <TextField name="place" label="会場" required size="medium" value={typedText(typed, 'place')} />
      <TextField
        name="talkMinutes"
        label="発表の時間"
        hint="提案者などが発表するときに、1件の時間を入力します。書類だけで審査するときは空欄にします。"
        size="short"
        inputMode="numeric"
        suffix="分"
        value={typedText(typed, 'talkMinutes')}
      />
      <TextField
        name="questionMinutes"
        label="質疑の時間"
        size="short"
        inputMode="numeric"
        suffix="分"
        value={typedText(typed, 'questionMinutes')}
      />
    </>
  );
}
