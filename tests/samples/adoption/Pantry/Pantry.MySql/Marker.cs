namespace Pantry.MySql;

public static class Marker;
