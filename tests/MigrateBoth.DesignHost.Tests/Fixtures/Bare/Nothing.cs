namespace Bare;

public class Nothing;
