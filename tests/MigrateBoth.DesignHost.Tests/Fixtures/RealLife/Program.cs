throw new InvalidOperationException("There is no host in here: each context of this project is made by a factory or from its options.");
