import type { ComponentChildren } from 'preact';

type ButtonKind = 'primary' | 'secondary' | 'danger' | 'quiet';

interface ButtonProps {
  readonly kind?: ButtonKind | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  /** Posts the same form to another address, e.g. 「下書き保存」 beside 「次へ」. */
  readonly formAction?: string | undefined;
  readonly small?: boolean | undefined;
  readonly children: ComponentChildren;
}

/** A submit button: the only kind there is, because nothing here depends on scripts. */
export function Button({ kind = 'primary', name, value, formAction, small = false, children }: ButtonProps) {
  return (
    <button
      type="submit"
      class={`button button-${kind}${small ? ' button-small' : ''}`}
      name={name}
      value={value}
      formAction={formAction}
    >
      {children}
    </button>
  );
}

interface ButtonLinkProps {
  readonly href: string;
  readonly kind?: ButtonKind | undefined;
  readonly small?: boolean | undefined;
  readonly download?: boolean | undefined;
  readonly children: ComponentChildren;
}

/** Goes somewhere and looks like a button; it never changes anything. */
export function ButtonLink({ href, kind = 'primary', small = false, download = false, children }: ButtonLinkProps) {
  return (
    <a class={`button button-${kind}${small ? ' button-small' : ''}`} href={href} download={download || undefined}>
      {children}
    </a>
  );
}

export const ButtonRow = ({ children }: { children: ComponentChildren }) => <div class="button-row">{children}</div>;
