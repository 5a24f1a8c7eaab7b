import { Component, type ReactNode } from "react";

import { Button } from "#app/components/Button.tsx";
import { Notice } from "#app/components/Notice.tsx";

/** A page that fails leaves the rest standing. */
export class Boundary extends Component<
  { readonly children: ReactNode },
  { readonly error: Error | null }
> {
  override state: { readonly error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <div className="wrongpage">
        <Notice tone="bad" title="This page failed to draw itself">
          <p>{error.message}</p>
        </Notice>
        <p>The record is as it was, and the other pages stand. Please report it.</p>
        <div className="acts">
          <Button onClick={() => this.setState({ error: null })}>Draw it again</Button>
          <Button href="/">Go to the map</Button>
        </div>
      </div>
    );
  }
}
