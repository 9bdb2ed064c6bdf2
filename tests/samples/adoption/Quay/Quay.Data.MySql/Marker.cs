namespace Quay.Data.MySql;

public static class Marker;
