throw new InvalidOperationException("Main has no business at design time when there is a factory.");
