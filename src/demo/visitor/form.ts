import { load } from 'cheerio/slim';
import { tidy, type Elements, type FieldValue, type FormPage, type Sender } from './parts.js';

/** A form as the page holds it: what is not filled is sent as the server wrote it, hidden fields included. */
export class Form<Answer> {
  private readonly filled = new Map<string, FieldValue>();

  private constructor(
    private readonly page: FormPage,
    private readonly visitor: Sender<Answer>,
    private readonly element: Elements,
  ) {}

  static find<Answer>(page: FormPage, visitor: Sender<Answer>, named: string | undefined): Form<Answer> {
    const $ = page.$;
    const forms = ($('main form').length > 0 ? $('main form') : $('form')).toArray();
    const all = $('form').toArray();
    const found =
      named === undefined
        ? forms
        : all.filter(
            (form) =>
              $(form).attr('action') === named ||
              (/^[.#[]/.test(named) && $(form).is(named)) ||
              $(form)
                .find('button, input[type=submit]')
                .toArray()
                .some((button) => labelOf(page, $(button)) === named),
          );
    const [only] = found;
    if (only === undefined || found.length > 1) {
      const offers = all.map(
        (form) =>
          `${$(form).attr('action') ?? ''} [${$(form)
            .find('button')
            .toArray()
            .map((button) => labelOf(page, $(button)))
            .join(', ')}]`,
      );
      throw new Error(
        `${page.path} has ${String(found.length)} forms ${named ?? ''}; it has: ${offers.join(' | ') || 'none'}`,
      );
    }
    return new Form(page, visitor, $(only));
  }

  /** Names of everything that can be filled in. */
  get fields(): string[] {
    return [...new Set(this.controls().map((control) => control.attr('name') ?? ''))];
  }

  /** What the field holds now; checkboxes and radios only where ticked. */
  value(name: string): string | undefined {
    return this.entries().find(([field]) => field === name)?.[1] as string | undefined;
  }

  /** Types, chooses, ticks. A field that is not there, or an option that is not offered, is an error of the test. */
  fill(values: Readonly<Record<string, FieldValue>>): this {
    for (const [name, value] of Object.entries(values)) {
      this.refuseUnknown(name, value);
      this.filled.set(name, value);
    }
    return this;
  }

  /** The value that stands for these words in a choice, e.g. the id behind the name of a district. */
  offered(name: string, words: string): string {
    const { $ } = this.page;
    const found = this.controls()
      .filter((control) => control.attr('name') === name)
      .flatMap((control) =>
        control.is('select')
          ? control
              .find('option')
              .toArray()
              .map((option) => ({ words: tidy($(option).text()), value: option.attribs['value'] }))
          : [{ words: tidy(control.parent().text()), value: control.attr('value') }],
      )
      .find((choice) => choice.words === words || choice.words.startsWith(words));
    if (found?.value === undefined) throw new Error(`${name} does not offer 「${words}」`);
    return found.value;
  }

  /** The values that a choice offers, in the order of the page. */
  choices(name: string): string[] {
    return this.controls()
      .filter((control) => control.attr('name') === name)
      .flatMap(optionsOf);
  }

  /** Ticks every checkbox of this name. */
  tickAll(name: string): this {
    const boxes = this.controls().filter((control) => control.attr('name') === name);
    return this.fill({ [name]: boxes.map((box) => box.attr('value') ?? 'on') });
  }

  /** Presses the button with these words; the first one when none is named. */
  submit(button?: string): Promise<Answer> {
    const pressed = this.button(button);
    const action = pressed.attr('formaction') ?? this.element.attr('action') ?? '';
    const method =
      (pressed.attr('formmethod') ?? this.element.attr('method') ?? 'get').toLowerCase() === 'post' ? 'POST' : 'GET';
    const name = pressed.attr('name');
    const own: [string, FieldValue][] = name === undefined ? [] : [[name, pressed.attr('value') ?? '']];
    const multipart = this.element.attr('enctype') === 'multipart/form-data';
    return this.visitor.send(method, new URL(action, this.page.url).href, [...this.entries(), ...own], multipart);
  }

  private button(words: string | undefined): Elements {
    const $ = this.page.$;
    const buttons = this.element
      .find('button:not([type=button]):not([disabled]), input[type=submit]')
      .toArray()
      .map((button) => $(button));
    const found = words === undefined ? buttons[0] : buttons.find((button) => labelOf(this.page, button) === words);
    if (found === undefined && words !== undefined) {
      throw new Error(
        `no button 「${words}」 in the form; it has: ${buttons.map((button) => labelOf(this.page, button)).join(', ')}`,
      );
    }
    return found ?? $('nothing');
  }

  private entries(): [string, FieldValue][] {
    const sent: [string, FieldValue][] = [];
    const done = new Set<string>();
    for (const control of this.controls()) {
      const name = control.attr('name') ?? '';
      const typed = this.filled.get(name);
      if (typed !== undefined) {
        if (!done.has(name)) sent.push([name, typed]);
        done.add(name);
      } else {
        sent.push(...standingValues(control).map((value): [string, FieldValue] => [name, value]));
      }
    }
    return sent;
  }

  private controls(): Elements[] {
    const $ = this.page.$;
    return this.element
      .find('input[name], select[name], textarea[name]')
      .toArray()
      .map((control) => $(control))
      .filter((control) => control.attr('disabled') === undefined && control.attr('type') !== 'submit');
  }

  private refuseUnknown(name: string, value: FieldValue): void {
    const controls = this.controls().filter((control) => control.attr('name') === name);
    if (controls.length === 0)
      throw new Error(`${this.page.path} has no field ${name}; it has: ${this.fields.join(', ')}`);
    const offered = controls.flatMap(optionsOf);
    if (offered.length === 0) return;
    for (const choice of [value].flat()) {
      if (!offered.includes(choice as string))
        throw new Error(`${name} does not offer ${choice as string}; it offers: ${offered.join(', ')}`);
    }
  }
}

/** What a select, radio or checkbox lets one choose; nothing for free text. */
function optionsOf(control: Elements): string[] {
  if (control.is('select'))
    return control
      .find('option')
      .toArray()
      .map((option) => option.attribs['value'] ?? '');
  return ['radio', 'checkbox'].includes(control.attr('type') ?? '') ? [control.attr('value') ?? 'on'] : [];
}

/** The reader of the page leaves what stands in a textarea as it is written: `&quot;` is one character of it. */
const charactersIn = (written: string): string => load(`<p>${written}</p>`)('p').text();

function standingValues(control: Elements): string[] {
  const type = control.attr('type') ?? 'text';
  if (control.is('select')) {
    const chosen = control.find('option[selected]').toArray();
    const options = chosen.length > 0 ? chosen : control.find('option').toArray().slice(0, 1);
    return options.map((option) => option.attribs['value'] ?? '');
  }
  if (type === 'radio' || type === 'checkbox')
    return control.attr('checked') === undefined ? [] : [control.attr('value') ?? 'on'];
  // An untouched file field sends nothing worth sending.
  if (type === 'file') return [];
  return [control.is('textarea') ? charactersIn(control.text()) : (control.attr('value') ?? '')];
}

const labelOf = (page: FormPage, button: Elements): string =>
  tidy(button.is('input') ? (button.attr('value') ?? '') : page.$(button).text());
