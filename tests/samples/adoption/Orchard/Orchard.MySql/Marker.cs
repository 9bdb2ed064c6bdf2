namespace Orchard.MySql;

public static class Marker;
