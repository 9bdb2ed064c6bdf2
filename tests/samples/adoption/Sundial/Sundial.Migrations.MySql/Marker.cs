namespace Sundial.Migrations.MySql;

public static class Marker;
