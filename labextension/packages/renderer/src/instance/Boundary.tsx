/** Keeps a component that fails to draw itself from taking the page with it. */
import { Component, type ErrorInfo, type ReactNode } from 'react';

export interface BoundaryProps {
  name: string;
  /** Changes when the component is worth another try: its properties are new. */
  attempt: unknown;
  failed(message: string): void;
  children: ReactNode;
}

interface BoundaryState {
  message?: string;
  attempt?: unknown;
}

export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = {};

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  static getDerivedStateFromProps(props: BoundaryProps, state: BoundaryState): BoundaryState | null {
    if (state.attempt === props.attempt) return null;
    return { attempt: props.attempt, message: undefined };
  }

  override componentDidCatch(error: Error, _info: ErrorInfo): void {
    this.props.failed(error.message);
  }

  override render(): ReactNode {
    if (this.state.message === undefined) return this.props.children;
    return (
      <div className="tj-Broken" role="alert" title={this.state.message}>
        <strong>{this.props.name} cannot be shown</strong>
        <span>{this.state.message}</span>
      </div>
    );
  }
}
